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

    /// <summary>How the sides talked to each other.</summary>
    public TalksForm? Form { get; init; }

    /// <summary>Who mediated.</summary>
    public IReadOnlyList<Name>? Mediators { get; init; }

    /// <summary>At what level.</summary>
    public string? Level { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts
                .Create(
                    this,
                    "held",
                    Precedence.Final,
                    new()
                    {
                        Date = Happened,
                        Venue = Venue,
                        Parties = Parties,
                        Heads = Heads,
                        Participants = Participants,
                        Mediators = Mediators,
                        Form = Form,
                        Level = Level,
                    },
                    ("outcome", Outcome)
                )
                // Whoever had given another day stands against the day on which others say that they were held.
                .Select(assertion => assertion with { TookPlace = assertion.Subject != "round/date" })
            : [];
}
