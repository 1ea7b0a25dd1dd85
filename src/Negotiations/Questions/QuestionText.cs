namespace Negotiations;

/// <summary>A question as somebody puts it, with the bounds as text; null is no bound.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="KnownBy">A time (see <see cref="TimeReader"/>).</param>
/// <param name="HappenedBy">A time.</param>
/// <param name="RecordedBy">A position on the record clock, or a time.</param>
public sealed record QuestionText(
    string Negotiation,
    string? KnownBy = null,
    string? HappenedBy = null,
    string? RecordedBy = null
)
{
    /// <summary>The names of the clocks.</summary>
    public static IReadOnlyList<string> Clocks { get; } = ["known", "happened", "recorded"];

    /// <summary>The bound on a clock.</summary>
    /// <param name="clock">One of <see cref="Clocks"/>.</param>
    public string? BoundOn(string clock) =>
        clock switch
        {
            "happened" => HappenedBy,
            "recorded" => RecordedBy,
            _ => KnownBy,
        };

    /// <summary>The question with another bound on a clock.</summary>
    /// <param name="clock">One of <see cref="Clocks"/>.</param>
    /// <param name="bound">The bound.</param>
    public QuestionText WithBoundOn(string clock, string? bound) =>
        clock switch
        {
            "happened" => this with { HappenedBy = bound },
            "recorded" => this with { RecordedBy = bound },
            _ => this with { KnownBy = bound },
        };
}
