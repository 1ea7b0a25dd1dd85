namespace Negotiations;

/// <summary>A fact with every report that ever asserted or denied it, once, with its part.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Reports">
/// The reports, and those that only set a date or an order, by their parts and then by what was known first.
/// </param>
public sealed record BlamedFact(Fact Fact, IReadOnlyList<BlamedReport> Reports)
{
    /// <summary>The reports that play a part.</summary>
    public IEnumerable<BlamedReport> With(ReportRole role) => Reports.Where(report => report.Role == role);

    /// <summary>The reports for the value.</summary>
    public IEnumerable<BlamedReport> Because => With(ReportRole.Because);

    /// <summary>The reports against the value.</summary>
    public IEnumerable<BlamedReport> Against => With(ReportRole.Against);

    /// <summary>The facts of an answer whose key is asked for, each with its reports.</summary>
    /// <param name="blamed">The reports of the answer.</param>
    /// <param name="prefix">The part of a key by which they are found; empty for all facts.</param>
    public static IReadOnlyList<BlamedFact> FindAll(BlamedReports blamed, string prefix = "") =>
        [
            .. blamed
                .Answer.Facts.Where(fact => FactKeys.Admits(fact.Key, prefix))
                .Select(fact => new BlamedFact(fact, FactRoles.Find(fact, blamed))),
        ];
}
