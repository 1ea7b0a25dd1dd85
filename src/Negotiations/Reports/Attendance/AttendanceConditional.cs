namespace Negotiations;

/// <summary>A person will attend only if, or as soon as, a condition is met.</summary>
public sealed record AttendanceConditional : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>The condition.</summary>
    public required string? Condition { get; init; }

    /// <summary>Where to.</summary>
    public string? Destination { get; init; }

    /// <summary>For when.</summary>
    public Edtf? Date { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AttendanceFact.Create(
            this,
            Person,
            "conditional",
            ("event", Event),
            ("condition", Condition),
            ("destination", Destination),
            ("date", Date)
        );
}
