namespace Negotiations;

/// <summary>The sides agree to meet again, the date open or set.</summary>
public sealed record FurtherTalksAgreed : Report
{
    /// <summary>When.</summary>
    public required Edtf? Date { get; init; }

    /// <summary>Where.</summary>
    public required string? Venue { get; init; }

    /// <summary>At what level.</summary>
    public string? Level { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? [CreateActFact("further-talks", "agreed", ("date", Date), ("venue", Venue), ("level", Level))] : [];
}
