namespace Negotiations;

/// <summary>Talks end without result, by a walk-out too.</summary>
public sealed record TalksBrokenOff : Report
{
    /// <summary>Who breaks them off.</summary>
    public required IReadOnlyList<Name>? By { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>Until when or what there are to be none.</summary>
    public string? Until { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts.Create(
                this,
                "brokenOff",
                Precedence.Final,
                new(),
                ("by", OrWho(By)),
                ("reason", Reason),
                ("until", Until)
            )
            : [];
}
