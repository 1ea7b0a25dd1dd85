namespace Negotiations;

/// <summary>The reports from which a fact follows, so that it comes out the same from them alone.</summary>
/// <param name="For">From these: the value, its date, the time from which it was known, and its standing.</param>
/// <param name="Against">Reports against the value; with those for it they show whether it is disputed.</param>
public sealed record Reasons(IReadOnlyList<VisibleReport> For, IReadOnlyList<VisibleReport> Against)
{
    /// <summary>The reasons of a fact.</summary>
    /// <param name="contest">The contest that decides it.</param>
    /// <param name="order">The order of the acts.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static Reasons Find(FactResolution contest, TextOrder order, HappenedBound happenedBy)
    {
        var winner = contest.Winner;
        var inFavour = Collect(
            contest.Because,
            contest.Because.SelectMany(claim => order.ReasonsWhyBefore(claim.Act, winner.Act))
        );
        if (!Suffice(inFavour, contest.Because, contest, happenedBy, _ => true))
            inFavour = CollectAll(contest, order);

        // The claims against lie on both sides of the winner, so that the order of all of them counts.
        var both = contest.Because.Concat(contest.Against).ToList();
        var against =
            contest.Against.Count == 0
                ? []
                : Collect(contest.Against, order.ReasonsFor(both.Select(claim => claim.Act)));
        if (
            !Suffice(inFavour.Union(against), both, contest, happenedBy, again =>
                again.IsDisputed == contest.IsDisputed
            )
        )
            against = CollectAll(contest, order);
        // What is already among the reasons for the value is not repeated, unless it says something else itself.
        var repeated = inFavour.Except(contest.Against.SelectMany(claim => claim.Reports));
        return new(inFavour, [.. against.Except(repeated)]);
    }

    private static List<VisibleReport> Collect(IEnumerable<Claim> claims, IEnumerable<VisibleReport> forTheOrder) =>
        [
            .. claims
                .SelectMany(claim => claim.Reports.Concat(claim.Act.Anchors))
                .Concat(forTheOrder)
                .Distinct()
                .Order(VisibleReport.ByKnown),
        ];

    private static List<VisibleReport> CollectAll(FactResolution contest, TextOrder order) =>
        Collect(contest.All, order.ReasonsFor(contest.All.Select(claim => claim.Act)));

    /// <summary>Whether a contest comes out the same from some reports.</summary>
    /// <remarks>
    /// It does where they say nothing of the fact but the claims from which they were taken. A report that dates an act
    /// can say more: without the others of its act, or without what lay between, it can weigh more than it does among
    /// all. And whether a schedule repeats one that was postponed depends on all before it.
    /// </remarks>
    private static bool Suffice(
        IEnumerable<VisibleReport> reports,
        IEnumerable<Claim> claims,
        FactResolution contest,
        HappenedBound happenedBy,
        Func<FactResolution, bool> isSame
    )
    {
        var known = claims.ToHashSet();
        var more = contest.All.Where(claim => !known.Contains(claim)).SelectMany(claim => claim.Reports).ToHashSet();
        var chosen = reports.ToList();
        if (!chosen.Any(more.Contains) && !known.Any(claim => claim.Primary.Report is TalksScheduled))
            return true;

        var view = new ActsAsOf(chosen, happenedBy);
        var again = FactResolution.Resolve(view.Claims[contest.Winner.Key], view.Order);
        return again.Winner.Act.Key == contest.Winner.Act.Key
            && again.Winner.Status == contest.Winner.Status
            && isSame(again);
    }
}
