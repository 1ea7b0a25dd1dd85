namespace Negotiations;

/// <summary>
/// A party or a third party puts forward, calls for or urges agreement to a ceasefire, on terms as written.
/// </summary>
public sealed record CeasefireProposed : Report
{
    /// <summary>Length in days.</summary>
    public required int? DurationDays { get; init; }

    /// <summary>Whether it is to be without conditions.</summary>
    public required bool? Unconditional { get; init; }

    /// <summary>What it covers.</summary>
    public required string? Scope { get; init; }

    /// <summary>When it is to begin.</summary>
    public Edtf? StartDate { get; init; }

    /// <summary>Where it is to hold.</summary>
    public string? Extent { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <summary>Where it is to be agreed.</summary>
    public string? Venue { get; init; }

    /// <summary>With whom it is to be negotiated.</summary>
    public Name? NegotiatedWith { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "ceasefire/proposal",
                "proposed",
                ("durationDays", DurationDays),
                ("unconditional", Unconditional),
                ("scope", Scope),
                ("startDate", StartDate),
                ("extent", Extent),
                ("purpose", Purpose),
                ("venue", Venue),
                ("negotiatedWith", NegotiatedWith)
            ),
        ];
}
