using Spectre.Console;

namespace Negotiations.Cli.Rendering;

/// <summary>How things look on a terminal; what they mean stands in the words.</summary>
internal static class Styles
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Warning { get; } = new(Color.Yellow);

    public static Style Added { get; } = new(Color.Green);

    public static Style Removed { get; } = new(Color.Red);

    public static Style Replaced { get; } = new(decoration: Decoration.Strikethrough);

    private static readonly Style Good = new(Color.Green, decoration: Decoration.Bold);

    private static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    /// <summary>The style of a status.</summary>
    public static Style ForStatus(string status) =>
        status switch
        {
            "confirmed" or "accepted" or "held" or "dispatched" => Good,
            "declined" or "rejected" or "cancelled" or "dismissed" => Bad,
            "possible" or "conditional" or "unconfirmed" or "reported" or "postponed" or "accepted with conditions" =>
                Warning,
            "unknown" => Quiet,
            _ => Strong,
        };

    /// <summary>A line of its own.</summary>
    public static Paragraph Line(string text, Style style) => new($"{text}\n", style);
}
