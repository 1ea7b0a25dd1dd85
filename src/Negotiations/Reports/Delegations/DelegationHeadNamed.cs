namespace Negotiations;

/// <summary>The head of a delegation is given, perhaps only by office.</summary>
public sealed record DelegationHeadNamed : Report
{
    /// <summary>Whose delegation it is.</summary>
    public required Name? DelegationSide { get; init; }

    /// <summary>The head.</summary>
    public required Name? Head { get; init; }

    /// <summary>The office of the head.</summary>
    public string? Role { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled ? DelegationFacts.FromHead(this, DelegationSide, Head, Role) : [];
}
