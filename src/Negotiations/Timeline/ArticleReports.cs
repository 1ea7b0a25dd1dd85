namespace Negotiations;

/// <summary>The reports of one article on the known clock, and the order in which its texts put acts.</summary>
/// <param name="reports">Those that the coder has not withdrawn, in the order of the log.</param>
internal sealed class ArticleReports(IReadOnlyList<ReportHistory> reports)
{
    private readonly Lazy<IReadOnlyList<(string Later, string Earlier)>> orders = new(() => ListOrders(reports));

    private readonly Lazy<Dictionary<Guid, ReportHistory>> byId = new(() =>
        reports.ToDictionary(history => history.Recorded.Id)
    );

    public IReadOnlyList<ReportHistory> All => reports;

    public ReportHistory? Find(Guid id) => byId.Value.GetValueOrDefault(id);

    /// <summary>
    /// The same, with those that are as they were before as the very objects that they were: who follows a log looks
    /// only at the others.
    /// </summary>
    public ArticleReports KeepingSame(ArticleReports? before) =>
        before is null
            ? this
            : new([
                .. reports.Select(history =>
                    before.Find(history.Recorded.Id) is { } known ? history.KeepingSame(known) : history
                ),
            ]);

    /// <summary>
    /// Pairs of acts of which the texts say at any time known that one is later. What readers of one time find is
    /// among these, but not all of these need be found by readers of the same time.
    /// </summary>
    public IReadOnlyList<(string Later, string Earlier)> Orders => orders.Value;

    private static IReadOnlyList<(string Later, string Earlier)> ListOrders(IReadOnlyList<ReportHistory> histories)
    {
        var revisions = histories
            .SelectMany(history => history.Revisions)
            .Select(revision => revision.Report?.Report)
            .OfType<Report>()
            .ToList();
        if (revisions.TrueForAll(report => report.PrecededBy is null))
            return [];
        var acts = revisions.ToLookup(report => (report.Version, report.Id), report => report.Act);
        return
        [
            .. revisions
                .SelectMany(
                    report => (report.PrecededBy ?? []).SelectMany(id => acts[(report.Version, id)]),
                    (report, earlier) => (Later: report.Act, Earlier: earlier)
                )
                .Where(pair => pair.Later != pair.Earlier)
                .Distinct(),
        ];
    }
}
