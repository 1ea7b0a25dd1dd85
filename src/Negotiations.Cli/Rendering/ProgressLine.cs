using System.Diagnostics;
using Negotiations.Assistant;
using Negotiations.Coding;

namespace Negotiations.Cli.Rendering;

/// <summary>A progress bar in one line of a terminal, for what takes long.</summary>
/// <param name="error">The standard error of the command.</param>
internal sealed class ProgressLine(TextWriter error)
    : IProgress<ReplayProgress>,
        IProgress<ReplayStep>,
        IProgress<ChainProgress>,
        IProgress<DownloadStep>,
        IProgress<FactProgress>,
        IProgress<ModelProgress>,
        IDisposable
{
    private const int Cells = 30;
    private const int Megabyte = 1_000_000;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly bool isTerminal = ReferenceEquals(error.Unwrap(), Console.Error) && !Console.IsErrorRedirected;

    // Several negotiations are made at once.
    private readonly Dictionary<string, FactProgress> facts = new(StringComparer.Ordinal);
    private readonly Stopwatch running = Stopwatch.StartNew();
    private int shown;

    /// <inheritdoc/>
    public void Report(ReplayProgress value) =>
        Show(
            value.Number,
            value.Total,
            $"{(value.Phase == ReplayPhase.Reading ? "reading" : "checking")} {Path.GetFileName(value.File)}"
        );

    /// <inheritdoc/>
    public void Report(ReplayStep value) => Show(value.Number, value.Total, value.Name);

    /// <inheritdoc/>
    public void Report(ChainProgress value) => Show(value.Checked, value.Total, "positions of the record");

    /// <inheritdoc/>
    public void Report(DownloadStep value) =>
        Show(value.Received / Megabyte, Math.Max(1, value.Total / Megabyte), "MB of PostgreSQL");

    /// <inheritdoc/>
    public void Report(FactProgress value)
    {
        lock (facts)
        {
            facts[value.Negotiation] = value;
            Show(
                facts.Values.Sum(one => (long)one.Done),
                facts.Values.Sum(one => (long)one.Events),
                $"events, for the facts of {value.Negotiation}"
            );
        }
    }

    /// <inheritdoc/>
    public void Report(ModelProgress value)
    {
        var cost = value.Use.Cost is { } spent ? $", {spent:0.0000}" : "";
        Show(value.Done, value.Total, $"sentences, {value.Use.Sent + value.Use.Received} tokens{cost}");
    }

    private void Show(long number, long total, string name)
    {
        if (!isTerminal || running.Elapsed < Long)
            return;
        var filled = (int)(Math.Min(number, total) * Cells / Math.Max(1, total));
        var line = VisibleText.Show(
            $"[{new string('#', filled)}{new string('.', Cells - filled)}] {number} of {total}  {name}"
        );
        line = line[..Math.Min(line.Length, Math.Max(1, Console.WindowWidth - 1))];
        error.WritePast($"\r{line.PadRight(shown)}");
        shown = line.Length;
    }

    /// <summary>Takes the bar away.</summary>
    public void Clear()
    {
        if (shown > 0)
            error.WritePast($"\r{new string(' ', shown)}\r");
        shown = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();
}
