namespace Negotiations;

/// <summary>A party refuses a ceasefire or is said not to want one.</summary>
public sealed record CeasefireRejected : Report
{
    /// <summary>What is rejected.</summary>
    public required string? Rejected { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>What is wanted instead.</summary>
    public string? Alternative { get; init; }

    /// <summary>Length in days of the ceasefire that is rejected.</summary>
    public int? DurationDays { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AnswerFact.Rejected(
            this,
            $"ceasefire/answer/{Behind}",
            ("rejected", Rejected),
            ("durationDays", DurationDays),
            ("reason", Reason),
            ("alternative", Alternative)
        );
}
