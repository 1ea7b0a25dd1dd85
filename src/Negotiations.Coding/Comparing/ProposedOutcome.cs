namespace Negotiations.Coding;

/// <summary>What is proposed for one report of the version before.</summary>
/// <param name="Report">Identifier of the report.</param>
/// <param name="Fate">What became of it; not compared where the texts do not tell.</param>
/// <param name="Reason">Why.</param>
public sealed record ProposedOutcome(string Report, CarriedStatus Fate, string Reason)
{
    /// <summary>Where it stands in the new text; nothing unless it is carried.</summary>
    public IReadOnlyList<TextSpan> Evidence { get; init; } = [];

    /// <summary>The report of the new version that stands in its place; null unless it is replaced.</summary>
    public string? New { get; init; }
}
