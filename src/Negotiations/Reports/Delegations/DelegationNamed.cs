namespace Negotiations;

/// <summary>Members of a delegation, or their number, are given.</summary>
public sealed record DelegationNamed : Report
{
    /// <summary>Whose delegation it is.</summary>
    public required Name? DelegationSide { get; init; }

    /// <summary>The members besides the head.</summary>
    public required IReadOnlyList<Name>? Members { get; init; }

    /// <summary>The head.</summary>
    public Name? Head { get; init; }

    /// <summary>The number of members.</summary>
    public int? Count { get; init; }

    /// <summary>The experts.</summary>
    public IReadOnlyList<Name>? Experts { get; init; }

    /// <summary>The number of experts.</summary>
    public int? ExpertCount { get; init; }

    /// <summary>The role of those named.</summary>
    public string? Role { get; init; }

    /// <summary>The roles of the members, in their order.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Where to.</summary>
    public string? Destination { get; init; }

    /// <summary>Who sends it.</summary>
    public Name? SentBy { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() => IsSettled ? DelegationFacts.FromNaming(this) : [];
}
