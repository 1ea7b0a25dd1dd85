namespace Negotiations;

/// <summary>An agreement comes into force.</summary>
public sealed record AgreementInForce : Report
{
    /// <summary>The agreement by name, the same in every report of it.</summary>
    public required string? Agreement { get; init; }

    /// <summary>Between whom it comes into force.</summary>
    public IReadOnlyList<Name>? By { get; init; }

    /// <summary>Where.</summary>
    public string? At { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? AgreementFacts.CreateStatus(this, Agreement, "inForce", By, At) : [];
}
