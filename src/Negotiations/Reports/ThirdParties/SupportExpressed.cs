namespace Negotiations;

/// <summary>An actor backs a proposal, a demand, a process or a party.</summary>
public sealed record SupportExpressed : Report
{
    /// <summary>What is backed.</summary>
    public required string? Object { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("support", "expressed", ("object", Object))];
}
