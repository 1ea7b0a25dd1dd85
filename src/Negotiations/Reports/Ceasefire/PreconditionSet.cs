namespace Negotiations;

/// <summary>An actor makes something a condition for talks or a meeting to happen.</summary>
public sealed record PreconditionSet : Report
{
    /// <summary>What kind of condition it is.</summary>
    public required ConditionKind? ConditionKind { get; init; }

    /// <summary>The condition.</summary>
    public required string? Condition { get; init; }

    /// <summary>What it holds up.</summary>
    public required string? Blocks { get; init; }

    /// <summary>When the condition is to be met.</summary>
    public Edtf? StartDate { get; init; }

    /// <summary>For how many days.</summary>
    public int? DurationDays { get; init; }

    /// <summary>How far.</summary>
    public string? Extent { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                $"precondition/{Behind}",
                "set",
                ("kind", ConditionKind),
                ("condition", Condition),
                ("blocks", Blocks),
                ("startDate", StartDate),
                ("durationDays", DurationDays),
                ("extent", Extent),
                ("issue", Issue)
            ),
        ];
}
