namespace Negotiations;

/// <summary>A party accuses another of breaking a ceasefire that was in force; the act is the accusation.</summary>
public sealed record CeasefireViolationAlleged : Report
{
    /// <summary>The ceasefires said to be broken.</summary>
    public required IReadOnlyList<string>? Ceasefires { get; init; }

    /// <summary>What is alleged.</summary>
    public required string? Alleged { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "ceasefire/violation",
                "alleged",
                ("against", Target),
                ("ceasefires", Ceasefires),
                ("alleged", Alleged)
            ),
        ];
}
