namespace Negotiations;

/// <summary>An agreement is ratified, perhaps by one side only.</summary>
public sealed record AgreementRatified : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Who ratifies.</summary>
    public required IReadOnlyList<Name>? By { get; init; }

    /// <summary>Where.</summary>
    public string? At { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace
            ?
            [
                .. AgreementFacts.CreateStatus(this, Agreement, "ratified", By, At),
                .. AgreementFacts.CreateRatifications(this, Agreement, By),
            ]
            : [];
}
