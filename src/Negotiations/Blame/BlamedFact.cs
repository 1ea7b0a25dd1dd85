namespace Negotiations;

/// <summary>A fact with every report that speaks of it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Because">The reports for the value, and those that set the dates from which it follows.</param>
/// <param name="Against">The reports against the value, and those that set the dates of their acts.</param>
/// <param name="Superseded">The other reports of another value.</param>
public sealed record BlamedFact(
    Fact Fact,
    IReadOnlyList<BlamedReport> Because,
    IReadOnlyList<BlamedReport> Against,
    IReadOnlyList<BlamedReport> Superseded
)
{
    /// <summary>The reports that asserted the fact until a correction took that back: they are no reasons.</summary>
    public IReadOnlyList<BlamedReport> Withdrawn { get; init; } = [];

    /// <summary>The facts of an answer whose key begins so, each with its reports.</summary>
    /// <param name="blamed">The reports of the answer.</param>
    /// <param name="prefix">What the keys begin with; empty for all facts.</param>
    public static IReadOnlyList<BlamedFact> FindAll(BlamedReports blamed, string prefix = "")
    {
        var reports = blamed.Answer.Reports.ToDictionary(report => report.EventId);
        return
        [
            .. blamed.Answer.Facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(Blame),
        ];

        BlamedFact Blame(Fact fact)
        {
            var decided = fact.Because.Concat(fact.Against).ToHashSet();
            var superseded = fact
                .Resolution.Superseded.SelectMany(claim => claim.Reports)
                .Where(report => !decided.Contains(report.EventId))
                .Distinct()
                .Order(VisibleReport.ByKnown);
            return new(
                fact,
                [.. fact.Because.Select(id => blamed.Blame(reports[id], fact.Key))],
                [.. fact.Against.Select(id => blamed.Blame(reports[id], fact.Key))],
                [.. superseded.Select(report => blamed.Blame(report, fact.Key))]
            )
            {
                Withdrawn = [.. blamed.Withdrawn[fact.Key]],
            };
        }
    }
}
