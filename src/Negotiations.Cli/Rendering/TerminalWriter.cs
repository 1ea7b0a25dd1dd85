using System.Text;

namespace Negotiations.Cli.Rendering;

/// <summary>The standard output or error of a command: what others wrote cannot command the terminal.</summary>
/// <remarks>
/// Everything that a command says passes through here, but what another program reads: that has rules of its own
/// (<see cref="TerminalWriters.WriteJson"/>). Colours are put on after the words were made visible.
/// </remarks>
/// <param name="raw">Where it goes.</param>
/// <param name="mayFail">Whether a command goes on where nothing can be written there, as on a closed error.</param>
internal sealed class TerminalWriter(TextWriter raw, bool mayFail) : TextWriter
{
    private readonly Lock gate = new();

    // A pair of UTF-16 can come in two halves.
    private char? half;

    /// <summary>The same without the filter.</summary>
    public TextWriter Raw => raw;

    /// <inheritdoc/>
    public override Encoding Encoding => raw.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        if (value is not { Length: > 0 })
            return;
        lock (gate)
        {
            var text = half is { } first ? first + value : value;
            half = char.IsHighSurrogate(text[^1]) ? text[^1] : null;
            WriteRaw(writer => writer.Write(VisibleText.Show(half is null ? text : text[..^1])));
        }
    }

    /// <inheritdoc/>
    public override void WriteLine() => WriteRaw(writer => writer.WriteLine());

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        Write(value);
        WriteRaw(writer => writer.WriteLine());
    }

    /// <inheritdoc/>
    public override void Flush() => WriteRaw(writer => writer.Flush());

    /// <summary>Writes what no longer needs the filter.</summary>
    public void WriteRaw(Action<TextWriter> write)
    {
        try
        {
            write(raw);
        }
        catch (Exception exception)
            when (mayFail && exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nobody listens. The exit code tells how it went.
        }
    }
}

/// <summary>Ways past the filter.</summary>
internal static class TerminalWriters
{
    /// <summary>The writer itself, which a command was given.</summary>
    public static TextWriter Unwrap(this TextWriter writer) =>
        writer is TerminalWriter terminal ? terminal.Raw : writer;

    /// <summary>Writes what was made visible before.</summary>
    public static void WritePast(this TextWriter writer, string text)
    {
        if (writer is TerminalWriter terminal)
            terminal.WriteRaw(raw => raw.Write(text));
        else
            writer.Write(text);
    }

    /// <summary>Writes a line of JSON as it is: JSON escapes by its own rules, and programs compare it.</summary>
    public static void WriteJson(this TextWriter writer, string json) => writer.Unwrap().WriteLine(json);
}
