namespace Negotiations;

/// <summary>A judgement about the process, a person or a prospect, without blame as its point.</summary>
public sealed record AssessmentMade : Report
{
    /// <summary>On what.</summary>
    public required string? Subject { get; init; }

    /// <summary>The judgement.</summary>
    public required string? Assessment { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("assessment", "made", ("subject", Subject), ("assessment", Assessment))];
}
