namespace Negotiations;

/// <summary>Persons who could be expected are left out or taken out of a delegation.</summary>
public sealed record DelegateOmitted : Report
{
    /// <summary>Whose delegation it is.</summary>
    public required Name? DelegationSide { get; init; }

    /// <summary>Who.</summary>
    public required IReadOnlyList<Name>? Names { get; init; }

    /// <summary>Whether they were left out or taken out.</summary>
    public required OmissionKind? Kind { get; init; }

    /// <summary>At whose request.</summary>
    public Name? RequestedBy { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        IsSettled ? DelegationFacts.FromNames(DelegationSide, "omitted", Names, null) : [];
}

/// <summary>How a person came not to be in a delegation.</summary>
public enum OmissionKind
{
    /// <summary>Left out.</summary>
    Omitted,

    /// <summary>Taken out.</summary>
    Removed,
}
