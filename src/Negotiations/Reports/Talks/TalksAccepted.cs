namespace Negotiations;

/// <summary>A party accepts an offer of talks, perhaps on conditions.</summary>
public sealed record TalksAccepted : Report
{
    /// <summary>Act key of the offer, or the offer in words.</summary>
    public required string? AcceptedOffer { get; init; }

    /// <summary>The conditions.</summary>
    public required IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>At what level.</summary>
    public string? Level { get; init; }

    /// <summary>Where.</summary>
    public string? Venue { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>When, in words.</summary>
    public string? DateText { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AnswerFact.Accepted(
            this,
            $"talks/answer/{Behind}",
            onConditions: Conditions is { Count: > 0 },
            ("offer", AcceptedOffer),
            ("conditions", Conditions),
            ("level", Level),
            ("venue", Venue),
            ("date", Date),
            ("dateText", DateText)
        );
}
