namespace Negotiations;

/// <summary>A party refuses talks as such.</summary>
public sealed record TalksRejected : Report
{
    /// <summary>What is refused.</summary>
    public required string? What { get; init; }

    /// <summary>Until when or what.</summary>
    public string? UntilCondition { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AnswerFact.Rejected(this, $"talks/answer/{Behind}", ("what", What), ("untilCondition", UntilCondition));
}
