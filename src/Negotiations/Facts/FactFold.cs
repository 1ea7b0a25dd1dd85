namespace Negotiations;

/// <summary>From the visible reports to the facts: the plain fold, as simple as it can be written.</summary>
public static class FactFold
{
    /// <summary>The facts that visible reports give, ordered by key.</summary>
    /// <param name="reports">The reports.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static FactFoldResult Of(IEnumerable<VisibleReport> reports, HappenedBound happenedBy)
    {
        var all = reports as IReadOnlyCollection<VisibleReport> ?? [.. reports];
        var view = new ActView(all, happenedBy);
        var unbounded = happenedBy == HappenedBound.None ? view : new ActView(all, HappenedBound.None);
        var facts = view.Claims
            .OrderBy(claims => claims.Key, StringComparer.Ordinal)
            .Select(claims => FactOf(claims.Key, Contest.Decide(claims, view.Order), view, unbounded, happenedBy))
            .ToList();
        return new(facts, view.LeftOut);
    }

    private static Fact FactOf(string key, Contest contest, ActView view, ActView unbounded, HappenedBound happenedBy)
    {
        var winner = contest.Winner;
        var because = contest.Because.SelectMany(claim => claim.Reports).ToList();
        var reasons = Reasons.Of(contest, view.Order, happenedBy);
        return new Fact
        {
            Key = key,
            Value = winner.Assertion.Value,
            Standing = winner.Standing,
            Modality = winner.Primary.Report.Modality,
            Happened = winner.Act.Date.Text,
            KnownFrom = winner.Reports.Min(report => report.KnownFrom),
            Since = FactHistory.Since(key, contest, unbounded, happenedBy),
            Because = Identify(reasons.For),
            Against = Identify(reasons.Against),
            Origins = Origin.Count(contest.Origins),
            Carriers = because.Select(report => report.Version.Outlet.Id).Distinct().Count(),
            Disputed = contest.IsDisputed,
            Assumes = [.. reasons.For
                .Where(report => report.Publication.Basis == PublicationBasis.Assumed)
                .Select(report => report.Report.Article)
                .Distinct()
                .Order(StringComparer.Ordinal)],
            Flags = winner.Act.Date.Disputed ? [FactFlag.DateDisputed] : [],
            Contest = contest,
        };
    }

    private static IReadOnlyList<Guid> Identify(IEnumerable<VisibleReport> reports) => [.. reports.Select(report => report.EventId)];
}
