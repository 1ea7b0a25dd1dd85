namespace Negotiations;

/// <summary>What became of one fact between two answers.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Before">The fact in the first answer; null where it is not there.</param>
/// <param name="After">The fact in the second answer; null where it is not there.</param>
public sealed record FactDifference<TFact>(string Key, TFact? Before, TFact? After)
    where TFact : FactState
{
    /// <summary>Whether the value itself is another, and not only what stands behind it.</summary>
    public bool IsOfValue => Before?.Value != After?.Value;
}
