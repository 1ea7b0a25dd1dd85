namespace Negotiations.Tests.Laws;

/// <summary>Which claim decides a fact, found by going through the acts in their order.</summary>
/// <param name="All">Claims and denials, what happened last at the end.</param>
internal sealed record PlainContest(
    PlainClaim Winner,
    IReadOnlyList<PlainClaim> Because,
    IReadOnlyList<PlainClaim> Against,
    IReadOnlyList<PlainClaim> Repeats,
    IReadOnlyList<PlainClaim> KnockedOut,
    IReadOnlyList<PlainClaim> All
)
{
    public bool IsLater(PlainClaim claim) => All.ToList().IndexOf(claim) > All.ToList().IndexOf(Winner);

    /// <summary>Decides a fact by its claims and denials, what happened last at the end.</summary>
    public static PlainContest Decide(List<PlainClaim> all, PlainRules rules)
    {
        var denials = all.Where(claim => claim.IsDenial).ToList();
        var told = all.Where(claim => !claim.IsDenial).ToList();
        var knockedOut = told.Where(claim => denials.Any(denial => rules.KnocksOut(denial, claim))).ToList();
        var claims = told.Except(knockedOut).ToList();
        var isOnlyDenied = claims.Count == 0;
        if (isOnlyDenied)
            claims = denials;

        var contestants = new List<PlainClaim>();
        var repeats = new List<PlainClaim>();
        TalksScheduled? schedule = null;
        var postponedBy = new HashSet<PlainAct>();
        foreach (var next in rules.Contestants(claims))
        {
            if (!isOnlyDenied && next.Primary.Sighting.Report is TalksScheduled scheduled)
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

            if (!isOnlyDenied && next.Primary.Sighting.Report is TalksPostponed)
                postponedBy.Add(next.Act);
            contestants.Add(next);
        }

        contestants = rules.InForce(contestants);
        var winner = FindDecider(contestants, rules);
        var because = FindReasons(winner, contestants);
        if (rules.FindMorePrecise(because, claims) is { } precise)
            because.Add(precise);
        var against = claims
            .Where(claim =>
                rules.StandsAgainst(
                    claim,
                    winner,
                    because,
                    claims.IndexOf(claim) > claims.IndexOf(winner),
                    repeats.Contains(claim)
                )
            )
            .Concat(knockedOut);
        if (!isOnlyDenied)
            against = against.Concat(
                denials.Where(denial =>
                    because.Any(claim => claim.Act == denial.Act)
                    || knockedOut.Any(claim => rules.KnocksOut(denial, claim))
                )
            );
        return new(winner, because, [.. against], repeats, knockedOut, all);
    }

    /// <summary>What a claim stands against: what the value rests on of its own act, else the decider.</summary>
    public PlainClaim FindRival(PlainClaim claim) => Because.FirstOrDefault(one => one.Act == claim.Act) ?? Winner;

    /// <summary>The first that none of the later ones displaces.</summary>
    public static PlainClaim FindDecider(List<PlainClaim> contestants, PlainRules rules) =>
        contestants.First(claim =>
            contestants.Skip(contestants.IndexOf(claim) + 1).All(later => !rules.Displaces(later, claim))
        );

    /// <summary>The value with what reports for it give besides.</summary>
    public FactValue ComposedValue => Compose() is var (status, json, _) ? new(status, json, 0) : Winner.Value;

    /// <summary>The value with what reports for it give besides, and which reports gave that.</summary>
    public (string Status, string Json, string From) Compose() => Compose(Because);

    /// <summary>The same of some claims, the deciding one first.</summary>
    public static (string Status, string Json, string From) Compose(IReadOnlyList<PlainClaim> because)
    {
        var winner = because[0];
        var decider = winner.Value;
        var details = PlainValue.Details(decider).ToList();
        var status = winner.Status;
        var from = new SortedDictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var claim in because)
        {
            var others = claim.Said.Where(said => said.Sighting != claim.Primary.Sighting).ToList();
            others.Sort((a, b) => a.Sighting.IsKnownBefore(b.Sighting) ? 1 : -1);
            foreach (var (sighting, assertion) in others.Prepend(claim.Primary))
            {
                if (PlainValue.Clash(assertion.Value, decider))
                    continue;
                var isHearsay =
                    (sighting.Report.Standing is Standing.Other && winner.Standing is not Standing.Other)
                    || (sighting.Report.Standing is Standing.OwnUnnamed && winner.IsOnTheRecord);
                foreach (var (name, detail) in PlainValue.Details(assertion.Value))
                {
                    // Hearsay adds nothing to the word of a side, nor an unnamed source to that of a named one; but who
                    // names the house in the town contradicts nobody.
                    if (
                        isHearsay
                        && (name != PlainValue.Compared(decider)?.Name || detail is System.Text.Json.Nodes.JsonArray)
                    )
                        continue;
                    var place = details.FindIndex(known => known.Name == name);
                    if (place < 0)
                        details.Add((name, detail));
                    else if (
                        (claim == winner || detail is not System.Text.Json.Nodes.JsonArray)
                        && PlainValue.Tell(
                            name,
                            detail,
                            details[place].Detail,
                            name == PlainValue.Compared(decider)?.Name
                        ) == "more"
                    )
                        details[place] = (name, detail);
                    else
                        continue;
                    from[name] = sighting.Recorded.Id;
                    if (name == PlainValue.Compared(decider)?.Name)
                        status = assertion.Value.Status;
                }
            }
        }

        var json = new System.Text.Json.Nodes.JsonObject(
            details.Select(detail =>
                KeyValuePair.Create(detail.Name, (System.Text.Json.Nodes.JsonNode?)detail.Detail.DeepClone())
            )
        );
        return (
            status,
            json.ToJsonString(EventJson.Options),
            string.Join(' ', from.Select(pair => $"{pair.Key}={pair.Value}"))
        );
    }

    // As far back as no other status lies between; what merely says less does not lie between.
    private static List<PlainClaim> FindReasons(PlainClaim winner, List<PlainClaim> contestants)
    {
        var because = new List<PlainClaim>();
        for (var i = contestants.IndexOf(winner); i >= 0; i--)
        {
            if (contestants[i].Rank == Precedence.Yielding && winner.Rank != Precedence.Yielding)
                continue;
            if (
                contestants[i] != winner
                && (
                    contestants[i].Act == winner.Act
                    || because.Any(claim => !claim.SaysTheSameAs(contestants[i]) || claim.ClashesWith(contestants[i]))
                )
            )
                break;
            because.Add(contestants[i]);
        }

        return because;
    }
}
