namespace Negotiations;

/// <summary>A fact with how it was decided, which follows from the reports and is never stored.</summary>
public sealed record Fact : FactState
{
    /// <summary>The contest from which the fact follows.</summary>
    public required FactResolution Resolution { get; init; }
}
