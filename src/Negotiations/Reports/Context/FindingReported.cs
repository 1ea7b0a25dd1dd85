namespace Negotiations;

/// <summary>An authority that inspects or counts states a figure or a finding that bears on the talks.</summary>
public sealed record FindingReported : Report
{
    /// <summary>On what.</summary>
    public required string? Subject { get; init; }

    /// <summary>What it finds.</summary>
    public required string? Finding { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? [CreateActFact("finding", "reported", ("subject", Subject), ("finding", Finding))] : [];
}
