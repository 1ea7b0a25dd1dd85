namespace Negotiations;

/// <summary>The reports from which a fact follows, so that it comes out the same from them alone.</summary>
/// <param name="Because">The reports for the value.</param>
/// <param name="DatedBy">
/// Reports that set dates and order. With those for the value they give it again, its date, the time from which it was
/// known, and its standing.
/// </param>
/// <param name="Against">Reports against the value; with the others they show whether it is disputed.</param>
public sealed record Reasons(
    IReadOnlyList<VisibleReport> Because,
    IReadOnlyList<VisibleReport> DatedBy,
    IReadOnlyList<VisibleReport> Against
)
{
    /// <summary>The reasons of a fact.</summary>
    /// <param name="contest">The contest that decides it.</param>
    /// <param name="order">The order of the acts.</param>
    /// <remarks>
    /// They are the same for every bound on the happened clock that admits the same acts: so they have to be enough for
    /// the narrowest bound that does, and for none. From fewer reports an act can have a later last day.
    /// </remarks>
    public static Reasons Find(FactResolution contest, TextOrder order)
    {
        var because = ListReports(contest.Because);
        var against = ListReports(contest.Against);
        var forTheValue = because
            .Concat(FindAnchors(contest.Because))
            .Concat(contest.Because.SelectMany(claim => order.ReasonsWhyBefore(claim.Act, contest.Winner.Act)))
            .ToList();
        // The claims against lie on both sides of the winner, so that the order of all of them counts.
        var both = contest.Because.Concat(contest.Against).ToList();
        var forTheDispute =
            contest.Against.Count == 0
                ? []
                : FindAnchors(contest.Against).Concat(order.ReasonsFor(both.Select(claim => claim.Act))).ToList();
        // What stands against the value can still date its act.
        var datedBy = forTheValue.Concat(forTheDispute.Except(against)).Except(because).ToList();
        if (!AreEnough(datedBy))
            datedBy = [.. CollectAll(contest, order).Except(because)];
        return new(because, [.. datedBy.Distinct().Order(VisibleReport.ByKnown)], against);

        bool AreEnough(List<VisibleReport> dating)
        {
            List<VisibleReport> all = [.. because, .. dating, .. against];
            var narrowest = order.FindNarrowestBound(all);
            // Where nothing stands against the value, the reports for it are all.
            return Suffice(all, both, contest, order, narrowest, again => again.IsDisputed == contest.IsDisputed)
                && (
                    against.Count == 0
                    || Suffice(because.Concat(dating), contest.Because, contest, order, narrowest, _ => true)
                );
        }
    }

    private static List<VisibleReport> ListReports(IEnumerable<Claim> claims) =>
        [.. claims.SelectMany(claim => claim.Reports).Distinct().Order(VisibleReport.ByKnown)];

    private static IEnumerable<VisibleReport> FindAnchors(IEnumerable<Claim> claims) =>
        claims.SelectMany(claim => claim.Act.Anchors);

    private static IEnumerable<VisibleReport> CollectAll(FactResolution contest, TextOrder order) =>
        contest
            .All.SelectMany(claim => claim.Reports.Concat(claim.Act.Anchors))
            .Concat(order.ReasonsFor(contest.All.Select(claim => claim.Act)))
            .Distinct();

    /// <summary>Whether a contest comes out the same from some reports, under a bound on the happened clock and under
    /// none.</summary>
    /// <remarks>
    /// It does where they are the reports of the claims alone. A report that dates an act can say more: without the
    /// others of its act, or without what lay between, it can weigh more than it does among all, or put its act
    /// elsewhere in the order. Whether a schedule repeats one that was postponed depends on all before it. And a later
    /// stage of the winner's course would decide over it, but for what lay between.
    /// </remarks>
    private static bool Suffice(
        IEnumerable<VisibleReport> reports,
        IEnumerable<Claim> claims,
        FactResolution contest,
        TextOrder order,
        HappenedBound narrowest,
        Func<FactResolution, bool> isSame
    )
    {
        var known = claims.ToHashSet();
        var more = contest.All.Where(claim => !known.Contains(claim)).SelectMany(claim => claim.Reports).ToHashSet();
        var chosen = reports.ToHashSet();
        if (
            chosen.SetEquals(known.SelectMany(claim => claim.Reports))
            && !chosen.Any(more.Contains)
            && !contest.Winner.IsDenial
            && !known.Any(claim => claim.Primary.Report is TalksScheduled)
            && !known.Any(claim => StatusProgression.Leads(contest.Winner.Status, claim.Status))
        )
            return true;

        // Nothing is left out.
        if (chosen.Count == order.Ordered.Sum(act => act.Reports.Count))
            return true;
        var acts = chosen
            .GroupBy(report => report.Report.Act, StringComparer.Ordinal)
            .Select(told => order.FindAct(told.Key).From([.. told]))
            .ToList();
        return IsSame(HappenedBound.None) && (acts.TrueForAll(narrowest.Admits) || IsSame(narrowest));

        bool IsSame(HappenedBound happenedBy) =>
            new ActsAsOf(acts, happenedBy, contest.Comparison).ResolveAlone(contest.Winner.Key) is { } again
            && again.Winner.Act.Key == contest.Winner.Act.Key
            && again.Value.Value == contest.Value.Value
            && again.Winner.Primary == contest.Winner.Primary
            && again.Winner.Act.Date.Text == contest.Winner.Act.Date.Text
            && isSame(again);
    }
}
