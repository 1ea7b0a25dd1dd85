namespace Negotiations;

/// <summary>A person might attend; nothing is promised.</summary>
public sealed record AttendancePossible : Report
{
    /// <summary>Whose attendance it is: a person or a party.</summary>
    public required Name? Person { get; init; }

    /// <summary>At what.</summary>
    public required string? Event { get; init; }

    /// <summary>On what it depends.</summary>
    public string? Condition { get; init; }

    /// <summary>Where to.</summary>
    public string? Destination { get; init; }

    /// <summary>For when.</summary>
    public Edtf? Date { get; init; }

    /// <summary>For when, in words.</summary>
    public string? DateText { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        AttendanceFact.Create(
            this,
            Person,
            "possible",
            ("event", Event),
            ("condition", Condition),
            ("destination", Destination),
            ("date", Date),
            ("dateText", DateText)
        );
}
