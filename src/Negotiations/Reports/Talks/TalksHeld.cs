namespace Negotiations;

/// <summary>A round of talks took place; also background about earlier rounds.</summary>
public sealed record TalksHeld : Report
{
    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>Who led the delegations.</summary>
    public IReadOnlyList<Name>? Heads { get; init; }

    /// <summary>Who took part.</summary>
    public IReadOnlyList<Name>? Participants { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts.Create(
                this,
                FactValue.WithStatus(
                    "held",
                    ("date", Happened),
                    ("venue", Venue),
                    ("parties", Parties),
                    ("heads", Heads),
                    ("participants", Participants),
                    ("outcome", Outcome)
                ),
                Precedence.Final,
                Happened,
                venue: Venue
            )
            : [];
}
