namespace Negotiations;

/// <summary>An actor blames another.</summary>
public sealed record AccusationMade : Report
{
    /// <summary>The accusation.</summary>
    public required string? Accusation { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("accusation", "made", ("against", Target), ("accusation", Accusation))];
}
