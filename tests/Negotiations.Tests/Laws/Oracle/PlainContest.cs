namespace Negotiations.Tests.Laws;

/// <summary>Which claim decides a fact, found by going through the acts in their order.</summary>
internal sealed record PlainContest(
    PlainClaim Winner,
    IReadOnlyList<PlainClaim> Because,
    IReadOnlyList<PlainClaim> Against,
    IReadOnlyList<PlainClaim> Repeats,
    IReadOnlyList<PlainClaim> All
)
{
    public bool IsLater(PlainClaim claim) => All.ToList().IndexOf(claim) > All.ToList().IndexOf(Winner);

    /// <summary>Decides a fact by its claims, what happened last at the end.</summary>
    public static PlainContest Decide(List<PlainClaim> claims, PlainRules rules)
    {
        var contestants = new List<PlainClaim>();
        var repeats = new List<PlainClaim>();
        PlainClaim? winner = null;
        TalksScheduled? schedule = null;
        var postponedBy = new HashSet<PlainAct>();
        foreach (var next in rules.Contestants(claims))
        {
            if (next.Primary.Sighting.Report is TalksScheduled scheduled)
            {
                if (
                    postponedBy.Any(act => act != next.Act)
                    && schedule is not null
                    && rules.OnlyRepeats(scheduled, schedule)
                )
                {
                    repeats.Add(next);
                    continue;
                }

                schedule = scheduled;
                postponedBy.Clear();
            }

            if (next.Primary.Sighting.Report is TalksPostponed)
                postponedBy.Add(next.Act);
            contestants.Add(next);
            if (winner is null || rules.Displaces(next, winner))
                winner = next;
        }

        var against = claims.Where(claim =>
            rules.StandsAgainst(
                claim,
                winner!,
                claims.IndexOf(claim) > claims.IndexOf(winner!),
                repeats.Contains(claim)
            )
        );
        return new(winner!, FindReasons(winner!, contestants), [.. against], repeats, claims);
    }

    // As far back as no other status lies between; what merely says less does not lie between.
    private static List<PlainClaim> FindReasons(PlainClaim winner, List<PlainClaim> contestants)
    {
        var because = new List<PlainClaim>();
        for (var i = contestants.IndexOf(winner); i >= 0; i--)
        {
            if (contestants[i].Rank == Precedence.Yielding && winner.Rank != Precedence.Yielding)
                continue;
            if (contestants[i].Status != winner.Status)
                break;
            because.Add(contestants[i]);
        }

        return because;
    }
}
