namespace Negotiations;

/// <summary>A party offers talks, or declares itself ready for them, on stated terms.</summary>
public sealed record TalksOffered : Report
{
    /// <summary>The form of the talks.</summary>
    public required string? Form { get; init; }

    /// <summary>The places offered.</summary>
    public required IReadOnlyList<string>? Venues { get; init; }

    /// <summary>The day offered.</summary>
    public Edtf? Date { get; init; }

    /// <summary>The first day on which they could begin.</summary>
    public Edtf? EarliestDate { get; init; }

    /// <summary>The time offered, in words.</summary>
    public string? DateText { get; init; }

    /// <summary>What is said of preconditions.</summary>
    public string? Preconditions { get; init; }

    /// <summary>What they are for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Act key of the proposal that this answers.</summary>
    public string? IsCounterTo { get; init; }

    /// <summary>Since when there were no such talks.</summary>
    public Edtf? FirstSince { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "offer",
                "offered",
                ("form", Form),
                ("venues", Venues),
                ("date", Date),
                ("earliestDate", EarliestDate),
                ("dateText", DateText),
                ("preconditions", Preconditions),
                ("purpose", Purpose),
                ("isCounterTo", IsCounterTo)
            ),
            .. RoundFacts.Create(this, "offered", Precedence.Yielding, new(), ("by", Who)),
        ];
}
