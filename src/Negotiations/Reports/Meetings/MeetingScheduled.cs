namespace Negotiations;

/// <summary>A side meeting, not the talks themselves, is planned.</summary>
public sealed record MeetingScheduled : Report
{
    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Participants { get; init; }

    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>Before or after what.</summary>
    public string? Order { get; init; }

    /// <summary>What it is for.</summary>
    public string? Purpose { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled
            ?
            [
                new(
                    SideMeeting.Subject(Participants, Act),
                    FactValue.WithStatus(
                        "scheduled",
                        ("venue", Venue),
                        ("date", Date),
                        ("order", Order),
                        ("purpose", Purpose)
                    )
                ),
            ]
            : [];
}
