namespace Negotiations;

/// <summary>Sanctions or equivalent measures are lifted or eased.</summary>
public sealed record SanctionsLifted : Report
{
    /// <summary>Who lifts them.</summary>
    public required IReadOnlyList<Name>? Sanctioners { get; init; }

    /// <summary>Against whom.</summary>
    public required IReadOnlyList<Name>? Against { get; init; }

    /// <summary>Which measures.</summary>
    public required string? Measures { get; init; }

    /// <summary>What they are called, the same in every report of them.</summary>
    public string? Sanctions { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? SanctionsFact.Create(this, "lifted", Sanctions, Sanctioners, OrTarget(Against), Measures) : [];
}
