namespace Negotiations;

/// <summary>A fact that is no longer known, because corrections took back what was reported of it.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Withdrawn">The reports that asserted it, with the corrections.</param>
public sealed record VanishedFact(string Key, IReadOnlyList<BlamedReport> Withdrawn)
{
    /// <summary>The facts that an answer has no more, ordered by key.</summary>
    /// <param name="blamed">The reports of the answer.</param>
    /// <param name="prefix">The part of a key by which they are found; empty for all facts.</param>
    public static IReadOnlyList<VanishedFact> FindAll(BlamedReports blamed, string prefix = "")
    {
        var known = blamed.Answer.Facts.Select(fact => fact.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. blamed
                .Withdrawn.Where(reports => FactKeys.Admits(reports.Key, prefix) && !known.Contains(reports.Key))
                .OrderBy(reports => reports.Key, StringComparer.Ordinal)
                .Select(reports => new VanishedFact(reports.Key, [.. reports])),
        ];
    }
}
