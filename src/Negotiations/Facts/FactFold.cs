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
        var origins = OriginsOf(contest.Because);
        var reasons = Reasons(contest.Because, winner, view.Order);
        return new Fact
        {
            Key = key,
            Value = winner.Assertion.Value,
            Standing = winner.Standing,
            Modality = winner.Primary.Report.Modality,
            Happened = winner.Act.Date.Text,
            KnownFrom = winner.Reports.Min(report => report.KnownFrom),
            Since = FactHistory.Since(key, contest, unbounded, happenedBy),
            Because = Identify(reasons),
            // What already stands for the value is not repeated, though it may date an act that stands against it.
            Against = Identify(Reasons(contest.Against, winner, view.Order).Except(reasons)),
            Origins = Origin.Count(origins),
            Carriers = because.Select(report => report.Version.Outlet.Id).Distinct().Count(),
            Disputed = OriginsOf(contest.Against).Except(origins).Any(),
            Assumes = [.. reasons
                .Where(report => report.Publication.Basis == PublicationBasis.Assumed)
                .Select(report => report.Report.Article)
                .Distinct()
                .Order(StringComparer.Ordinal)],
            Flags = winner.Act.Date.Disputed ? [FactFlag.DateDisputed] : [],
            Contest = contest,
        };
    }

    // The reports of the claims, and all from which it follows when their acts took place and in what order.
    private static List<VisibleReport> Reasons(IEnumerable<Claim> claims, Claim winner, TextOrder order) =>
        [.. claims
            .SelectMany(claim => claim.Reports
                .Concat(claim.Act.Anchors)
                .Concat(claim.Act == winner.Act || order.PlaceOf(claim.Act) > order.PlaceOf(winner.Act)
                    ? []
                    : order.ReasonsWhyBefore(claim.Act, winner.Act)))
            .Distinct()
            .Order(VisibleReport.ByKnown)];

    private static IReadOnlyList<Guid> Identify(IEnumerable<VisibleReport> reports) => [.. reports.Select(report => report.EventId)];

    private static HashSet<Origin> OriginsOf(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Reports).Select(report => Origin.Of(report.Report.Chain)).OfType<Origin>()];
}
