namespace Negotiations;

/// <summary>
/// A party puts substantive demands to the other side: terms of settlement or behaviour, not conditions for talks.
/// </summary>
public sealed record DemandMade : Report
{
    /// <summary>The demands.</summary>
    public required IReadOnlyList<string>? Demands { get; init; }

    /// <summary>The document in which they stand.</summary>
    public string? Proposal { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "demand",
                "made",
                ("addressee", Target),
                ("demands", Demands),
                ("proposal", Proposal),
                ("issue", Issue)
            ),
        ];
}
