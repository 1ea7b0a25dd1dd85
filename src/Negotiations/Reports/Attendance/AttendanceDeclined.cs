namespace Negotiations;

/// <summary>A person will not attend, or stayed away.</summary>
public sealed record AttendanceDeclined : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>Whether it was announced.</summary>
    public required AbsenceKind? Kind { get; init; }

    /// <summary>Where to.</summary>
    public string? Destination { get; init; }

    /// <summary>For how long.</summary>
    public string? Horizon { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AttendanceFact
            .Create(
                this,
                Person,
                "declined",
                ("event", Event),
                ("kind", Kind),
                ("destination", Destination),
                ("horizon", Horizon)
            )
            .Select(assertion => assertion with { TookPlace = Kind == AbsenceKind.NoShow && TookPlace });
}

/// <summary>How a person's absence came about.</summary>
public enum AbsenceKind
{
    /// <summary>It was announced.</summary>
    Announced,

    /// <summary>The person stayed away.</summary>
    NoShow,
}
