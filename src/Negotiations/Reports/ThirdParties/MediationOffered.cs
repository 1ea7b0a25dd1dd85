namespace Negotiations;

/// <summary>A third party offers or conducts mediation.</summary>
public sealed record MediationOffered : Report
{
    /// <summary>What is offered.</summary>
    public required string? Offer { get; init; }

    /// <summary>Where.</summary>
    public string? Venue { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        [CreateActFact("mediation/offer", "offered", ("offer", Offer), ("venue", Venue))];
}
