namespace Negotiations;

/// <summary>A person or a party was there.</summary>
public sealed record AttendanceAttended : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>In what role.</summary>
    public string? Role { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ? AttendanceFact
                .Create(this, Person, "attended", ("event", Event), ("role", Role))
                .Select(assertion => assertion with { TookPlace = true })
            : [];
}
