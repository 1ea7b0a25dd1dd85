namespace Negotiations;

/// <summary>A party or a mediator says that it may leave the process.</summary>
public sealed record WithdrawalThreatened : Report
{
    /// <summary>From what.</summary>
    public required string? WithdrawalFrom { get; init; }

    /// <summary>What would bring it about.</summary>
    public required string? Trigger { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("threat/withdrawal", "threatened", ("from", WithdrawalFrom), ("trigger", Trigger))];
}
