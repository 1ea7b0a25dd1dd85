namespace Negotiations;

/// <summary>Talks that had been suspended or broken off go on.</summary>
public sealed record TalksResumed : Report
{
    /// <summary>Who takes them up again.</summary>
    public IReadOnlyList<Name>? By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? RoundFacts.Create(this, "resumed", Precedence.Final, new(), ("by", OrWho(By)), ("reason", Reason))
            : [];
}
