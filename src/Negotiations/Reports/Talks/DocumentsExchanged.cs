namespace Negotiations;

/// <summary>Sides hand over written proposals.</summary>
public sealed record DocumentsExchanged : Report
{
    /// <summary>Which documents.</summary>
    public required string? Documents { get; init; }

    /// <summary>Between whom.</summary>
    public required IReadOnlyList<Name>? Parties { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("documents", "exchanged", ("documents", Documents), ("parties", Parties), ("outcome", Outcome))];
}
