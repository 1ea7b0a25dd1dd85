namespace Negotiations;

/// <summary>Talks that had begun stop for a time.</summary>
public sealed record TalksSuspended : Report
{
    /// <summary>Who suspends them.</summary>
    public required IReadOnlyList<Name>? By { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>Until when or what.</summary>
    public string? Until { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts.Create(
                this,
                "suspended",
                Precedence.Final,
                new(),
                ("by", OrWho(By)),
                ("reason", Reason),
                ("until", Until)
            )
            : [];
}
