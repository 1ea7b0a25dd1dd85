namespace Negotiations;

/// <summary>A side meeting or a call took place.</summary>
public sealed record MeetingHeld : Report
{
    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Participants { get; init; }

    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>By what channel.</summary>
    public MeetingChannel? Channel { get; init; }

    /// <summary>What it was for.</summary>
    public string? Purpose { get; init; }

    /// <summary>How often.</summary>
    public int? Times { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ?
            [
                new(
                    SideMeeting.Subject(Participants, Act),
                    FactValue.WithStatus(
                        "held",
                        ("venue", Venue),
                        ("channel", Channel),
                        ("purpose", Purpose),
                        ("times", Times)
                    )
                )
                {
                    TookPlace = true,
                },
            ]
            : [];
}
