namespace Negotiations;

/// <summary>A party asks a third party to intercede.</summary>
public sealed record MediationRequested : Report
{
    /// <summary>What is asked.</summary>
    public required string? Requests { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("mediation/request", "requested", ("addressee", Target), ("requests", Requests))];
}
