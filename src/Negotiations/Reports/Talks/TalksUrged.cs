namespace Negotiations;

/// <summary>A third party presses one or both sides to talk, meet or attend.</summary>
public sealed record TalksUrged : Report
{
    /// <summary>What is urged.</summary>
    public required string? UrgedAction { get; init; }

    /// <summary>The condition that is to be dropped.</summary>
    public string? WithoutCondition { get; init; }

    /// <summary>Where.</summary>
    public string? Venue { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>By what channel.</summary>
    public string? Channel { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "urging",
                "urged",
                ("addressee", Target),
                ("action", UrgedAction),
                ("withoutCondition", WithoutCondition),
                ("venue", Venue),
                ("date", Date),
                ("channel", Channel)
            ),
        ];
}
