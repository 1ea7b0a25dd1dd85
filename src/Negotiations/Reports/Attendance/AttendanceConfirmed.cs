namespace Negotiations;

/// <summary>The person, or his own side on the record, says that he will attend.</summary>
public sealed record AttendanceConfirmed : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>Who confirms it.</summary>
    public required Name? ConfirmedBy { get; init; }

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
            AttendanceFact.StatusOfConfirmation(this),
            ("event", Event),
            ("confirmedBy", ConfirmedBy),
            ("destination", Destination),
            ("date", Date),
            ("role", Role)
        );
}
