namespace Negotiations;

/// <summary>
/// Unnamed or third-party sources say that a person will attend; repetition never makes it a confirmation.
/// </summary>
public sealed record AttendanceReported : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>Who says so.</summary>
    public required string? Sources { get; init; }

    /// <summary>Where to.</summary>
    public string? Destination { get; init; }

    /// <summary>For when.</summary>
    public Edtf? Date { get; init; }

    /// <summary>In what role.</summary>
    public string? Role { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AttendanceFact.Create(
            this,
            Person,
            "reported",
            ("event", Event),
            ("sources", Sources),
            ("destination", Destination),
            ("date", Date),
            ("role", Role)
        );
}
