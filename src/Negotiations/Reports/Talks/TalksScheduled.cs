namespace Negotiations;

/// <summary>
/// Date, time or venue of talks between the sides is given: at least one of date and venue is not null, unless both are
/// said to be open.
/// </summary>
public sealed record TalksScheduled : Report
{
    /// <summary>When.</summary>
    public required Edtf? Date { get; init; }

    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>At what time of day.</summary>
    public required string? Time { get; init; }

    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>Whether date and place are said to be open.</summary>
    public bool? Open { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled
            ? RoundFacts.Create(
                this,
                "scheduled",
                Precedence.Ordinary,
                new()
                {
                    Date = Date,
                    Time = Time,
                    Venue = Venue,
                    Parties = Parties,
                },
                ("open", Open)
            )
            : [];
}
