namespace Negotiations;

/// <summary>Talks that were to take place will not.</summary>
public sealed record TalksCancelled : Report
{
    /// <summary>On whose initiative.</summary>
    public required Name? Initiator { get; init; }

    /// <summary>Why.</summary>
    public required string? Reason { get; init; }

    /// <summary>When they were to take place.</summary>
    public string? OriginalTime { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts.Create(
                this,
                "cancelled",
                Precedence.Final,
                new(),
                ("initiator", Initiator),
                ("reason", Reason),
                ("originalTime", OriginalTime)
            )
            : [];
}
