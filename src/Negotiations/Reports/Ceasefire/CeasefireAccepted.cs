namespace Negotiations;

/// <summary>A party agrees to a proposed ceasefire.</summary>
public sealed record CeasefireAccepted : Report
{
    /// <summary>Length in days.</summary>
    public required int? DurationDays { get; init; }

    /// <summary>Who proposed it.</summary>
    public required Name? Proposer { get; init; }

    /// <summary>Where it is to hold.</summary>
    public string? Extent { get; init; }

    /// <summary>What it covers.</summary>
    public string? Scope { get; init; }

    /// <summary>Whether it is to be without conditions.</summary>
    public bool? Unconditional { get; init; }

    /// <summary>When it is to begin.</summary>
    public Edtf? StartDate { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AnswerFact.Accepted(
            this,
            $"ceasefire/answer/{Behind}",
            onConditions: false,
            ("proposer", Proposer),
            ("durationDays", DurationDays),
            ("unconditional", Unconditional),
            ("scope", Scope),
            ("extent", Extent),
            ("startDate", StartDate)
        );
}
