namespace Negotiations;

/// <summary>A host offers a place for talks.</summary>
public sealed record VenueOffered : Report
{
    /// <summary>Which place.</summary>
    public required string? Venue { get; init; }

    /// <summary>Who is the host.</summary>
    public required Name? Host { get; init; }

    /// <summary>For when.</summary>
    public Edtf? Date { get; init; }

    /// <summary>For when, in words.</summary>
    public string? DateText { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [
            CreateActFact(
                "venue-offer",
                "offered",
                ("venue", Venue),
                ("host", Host),
                ("date", Date),
                ("dateText", DateText)
            ),
            .. RoundFacts.CreateHost(this, Host),
        ];
}
