namespace Negotiations;

/// <summary>A specific meeting between named principals is refused or ruled out.</summary>
public sealed record MeetingDeclined : Report
{
    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>Which meeting.</summary>
    public required string? Meeting { get; init; }

    /// <summary>For how long.</summary>
    public string? Horizon { get; init; }

    /// <summary>Who had proposed it.</summary>
    public Name? Proposer { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled
            ?
            [
                new(
                    SideMeeting.Subject(Parties, Act),
                    FactValue.WithStatus(
                        "declined",
                        ("by", Actor ?? Side),
                        ("meeting", Meeting),
                        ("horizon", Horizon),
                        ("proposer", Proposer)
                    )
                ),
            ]
            : [];
}
