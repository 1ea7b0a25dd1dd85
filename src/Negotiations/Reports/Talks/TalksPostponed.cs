namespace Negotiations;

/// <summary>Talks are moved to a later time.</summary>
public sealed record TalksPostponed : Report
{
    /// <summary>The new time.</summary>
    public required string? NewTime { get; init; }

    /// <summary>On whose initiative.</summary>
    public required Name? Initiator { get; init; }

    /// <summary>The time before.</summary>
    public string? OriginalTime { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled
            ? RoundFacts.Create(
                this,
                "postponed",
                Precedence.Ordinary,
                new(),
                ("newTime", NewTime),
                ("originalTime", OriginalTime),
                ("initiator", Initiator),
                ("reason", Reason)
            )
            : [];
}
