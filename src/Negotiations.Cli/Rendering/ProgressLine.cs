using System.Diagnostics;
using Negotiations.Coding;

namespace Negotiations.Cli.Rendering;

/// <summary>A progress bar in one line of a terminal, for a replay that takes long.</summary>
/// <param name="error">The standard error of the command.</param>
internal sealed class ProgressLine(TextWriter error) : IProgress<ReplayStep>, IDisposable
{
    private const int Cells = 30;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly bool isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
    private readonly Stopwatch running = Stopwatch.StartNew();
    private int shown;

    /// <inheritdoc/>
    public void Report(ReplayStep value)
    {
        if (!isTerminal || running.Elapsed < Long) return;
        var filled = value.Number * Cells / value.Total;
        var line = $"[{new string('#', filled)}{new string('.', Cells - filled)}] {value.Number} of {value.Total}  {value.Name}";
        line = line[..Math.Min(line.Length, Math.Max(1, Console.WindowWidth - 1))];
        error.Write($"\r{line.PadRight(shown)}");
        shown = line.Length;
    }

    /// <summary>Takes the bar away.</summary>
    public void Clear()
    {
        if (shown > 0) error.Write($"\r{new string(' ', shown)}\r");
        shown = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
