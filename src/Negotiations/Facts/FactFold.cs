using NodaTime;

namespace Negotiations;

/// <summary>From the visible reports to the facts: the plain fold, as simple as it can be written.</summary>
public static class FactFold
{
    /// <summary>The facts that reports give, ordered by key.</summary>
    /// <param name="timelines">The reports.</param>
    /// <param name="knownBy">The bound on the known clock, or null.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static FactFoldResult Fold(
        IReadOnlyCollection<ReportHistory> timelines,
        Instant? knownBy,
        HappenedBound happenedBy
    )
    {
        var view = new ActsAsOf(timelines.Select(timeline => timeline.At(knownBy)).OfType<VisibleReport>(), happenedBy);
        var relevance = new FactDependencies(timelines);
        var facts = view
            .Claims.OrderBy(claims => claims.Key, StringComparer.Ordinal)
            .Select(claims =>
                BuildFact(FactResolution.Resolve(claims, view.Order), view.Order, happenedBy, since: contest =>
                    FactSince.Find(claims.Key, contest.Winner.Status, relevance.Find(claims.Key), knownBy, happenedBy)
                )
            )
            .ToList();
        return new(facts, view.LeftOut);
    }

    private static Fact BuildFact(
        FactResolution contest,
        TextOrder order,
        HappenedBound happenedBy,
        Func<FactResolution, Instant> since
    )
    {
        var winner = contest.Winner;
        var because = contest.Because.SelectMany(claim => claim.Reports).ToList();
        var reasons = Reasons.Find(contest, order, happenedBy);
        return new Fact
        {
            Key = winner.Key,
            Value = winner.Assertion.Value,
            Standing = winner.Standing,
            Modality = winner.Primary.Report.Modality,
            Happened = winner.Act.Date.Text,
            KnownFrom = winner.Reports.Min(report => report.RevisedFrom),
            Since = since(contest),
            Because = Identify(reasons.For),
            Against = Identify(reasons.Against),
            Origins = Origin.Count(contest.Origins),
            Carriers = because.Select(report => report.Version.Outlet.Id).Distinct().Count(),
            Disputed = contest.IsDisputed,
            Assumes =
            [
                .. reasons
                    .For.Where(report => report.Publication.Basis == PublicationBasis.Assumed)
                    .Select(report => report.Report.Article)
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            Corrections = [.. reasons.For.SelectMany(report => report.Corrections).Distinct().Order()],
            Flags = [.. ListFlags(winner, reasons.For).Order(StringComparer.Ordinal)],
            Resolution = contest,
        };
    }

    private static IEnumerable<string> ListFlags(Claim winner, IReadOnlyList<VisibleReport> reasons)
    {
        if (winner.Act.Date.Disputed)
            yield return FactFlag.DateDisputed;
        if (reasons.Any(report => report.Corrections.Count > 0))
            yield return FactFlag.Corrected;
        if (reasons.Any(report => report.Fate == CarriedStatus.Dropped))
            yield return FactFlag.NoLongerCarried;
        if (reasons.Any(report => report.Fate == CarriedStatus.NotCompared))
            yield return FactFlag.NotRecoded;
        if (reasons.Any(report => report.LostCorrection))
            yield return FactFlag.Erased;
    }

    private static IReadOnlyList<Guid> Identify(IEnumerable<VisibleReport> reports) =>
        [.. reports.Select(report => report.EventId)];
}

/// <summary>The facts of a fold.</summary>
/// <param name="Facts">The facts, ordered by key.</param>
/// <param name="LeftOut">Number of acts that were left out because their date is too vague for the bound on the
/// happened clock.</param>
public sealed record FactFoldResult(IReadOnlyList<Fact> Facts, int LeftOut);
