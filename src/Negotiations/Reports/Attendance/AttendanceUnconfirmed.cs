namespace Negotiations;

/// <summary>An answer on attendance is withheld, unknown or outstanding.</summary>
public sealed record AttendanceUnconfirmed : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>What was answered.</summary>
    public required string? Response { get; init; }

    /// <summary>When an answer is expected.</summary>
    public string? ExpectedBy { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AttendanceFact.Create(
            this,
            Person,
            "unconfirmed",
            ("event", Event),
            ("response", Response),
            ("expectedBy", ExpectedBy)
        );
}
