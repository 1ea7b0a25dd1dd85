using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>Writes formatted text: with colours on a terminal, plain and wide elsewhere.</summary>
internal static class Page
{
    // Wide enough for tables, narrow enough for a mail; a fixed width makes piped output the same everywhere.
    private const int WidthElsewhere = 120;

    private const int NarrowestTerminal = 72;

    /// <summary>Writes something to an output of a command.</summary>
    public static void Write(TextWriter output, params IEnumerable<IRenderable> content)
    {
        var isTerminal = IsTerminal(output);
        var rendered = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(rendered),
                Ansi = isTerminal && !IsDumb ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem =
                    isTerminal && !IsDumb && !WantsNoColours
                        ? ColorSystemSupport.Standard
                        : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        console.Profile.Width = MeasureWidth(output);
        console.Profile.Capabilities.Unicode = true;
        console.Pipeline.Attach(new VisibleSegments());
        foreach (var part in content)
            console.Write(part);
        foreach (var line in rendered.ToString().TrimEnd('\n').Split('\n'))
            output.WritePast(line.TrimEnd() + output.Unwrap().NewLine);
    }

    /// <summary>The width to which text is laid out.</summary>
    public static int MeasureWidth(TextWriter output) =>
        IsTerminal(output) ? Math.Max(Console.WindowWidth, NarrowestTerminal) : WidthElsewhere;

    private static bool IsTerminal(TextWriter writer) =>
        (ReferenceEquals(writer.Unwrap(), Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer.Unwrap(), Console.Error) && !Console.IsErrorRedirected);

    private static bool WantsNoColours => Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";
}
