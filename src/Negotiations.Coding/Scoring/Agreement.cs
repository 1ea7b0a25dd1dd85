namespace Negotiations.Coding;

/// <summary>How far two coders agree on a label beyond what chance would give.</summary>
/// <param name="Of">What they label.</param>
/// <param name="Units">How many units both have labelled.</param>
/// <param name="Observed">The share of units with the same label, from 0 to 1; null where there are no units.</param>
/// <param name="Kappa">
/// Cohen's kappa (Cohen 1960), 1 for full agreement and 0 for that of chance; null where both use one label for
/// everything, for then it is not defined.
/// </param>
/// <param name="Alpha">
/// Krippendorff's alpha for nominal labels (Krippendorff, Content Analysis, chapter on reliability); null as above.
/// </param>
public sealed record Agreement(string Of, long Units, double? Observed, double? Kappa, double? Alpha)
{
    /// <summary>Measures it from how often each pair of labels was given.</summary>
    /// <param name="of">What is labelled.</param>
    /// <param name="counted">The label of the one coder, that of the other, and how many units have both.</param>
    public static Agreement Measure(string of, IEnumerable<(string Gold, string Coded, long Count)> counted)
    {
        var counts = counted.Where(count => count.Count > 0).ToList();
        double units = counts.Sum(count => count.Count);
        if (units == 0)
            return new(of, 0, null, null, null);
        var gold = SumBy(counts.Select(count => (count.Gold, count.Count)));
        var coded = SumBy(counts.Select(count => (count.Coded, count.Count)));
        var both = SumBy(counts.SelectMany(count => new[] { (count.Gold, count.Count), (count.Coded, count.Count) }));
        var observed = counts.Where(count => count.Gold == count.Coded).Sum(count => count.Count) / units;
        var byChance = gold.Sum(label => label.Value / units * coded.GetValueOrDefault(label.Key) / units);
        // Alpha takes both coders' labels together, and no label twice.
        var labels = 2 * units;
        var expected = 1 - both.Values.Sum(count => count * (count - 1.0)) / (labels * (labels - 1));
        return new(
            of,
            (long)units,
            observed,
            both.Count == 1 ? null : (observed - byChance) / (1 - byChance),
            both.Count == 1 ? null : 1 - (1 - observed) / expected
        );
    }

    private static Dictionary<string, long> SumBy(IEnumerable<(string Label, long Count)> counts) =>
        counts
            .GroupBy(count => count.Label, StringComparer.Ordinal)
            .ToDictionary(label => label.Key, label => label.Sum(count => count.Count), StringComparer.Ordinal);
}
