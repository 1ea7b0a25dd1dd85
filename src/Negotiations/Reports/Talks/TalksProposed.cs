namespace Negotiations;

/// <summary>A third party proposes that the sides hold talks, on stated terms.</summary>
public sealed record TalksProposed : Report
{
    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>When, in words.</summary>
    public string? DateText { get; init; }

    /// <summary>What they are for.</summary>
    public string? Purpose { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "offer",
                "proposed",
                ("parties", Parties),
                ("venue", Venue),
                ("date", Date),
                ("dateText", DateText),
                ("purpose", Purpose)
            ),
            .. RoundFacts.Create(this, "proposed", Precedence.Yielding, new(), ("by", Who)),
        ];
}
