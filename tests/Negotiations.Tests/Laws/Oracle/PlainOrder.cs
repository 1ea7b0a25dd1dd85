namespace Negotiations.Tests.Laws;

/// <summary>The text's own order, by its one rule.</summary>
internal static class PlainOrder
{
    /// <summary>
    /// Among the acts that no remaining act is said to follow, repeatedly the greatest; the last of all at the end.
    /// </summary>
    public static List<PlainAct> Sort(
        IEnumerable<PlainAct> acts,
        Func<PlainAct, PlainAct, bool> isLater,
        Func<PlainAct, PlainAct, bool> follows
    )
    {
        var remaining = acts.ToList();
        var ordered = new List<PlainAct>();
        while (remaining.Count > 0)
        {
            var free = remaining.Where(act => !remaining.Any(other => follows(other, act))).ToList();
            var greatest = free.Single(act => free.All(other => other == act || isLater(act, other)));
            remaining.Remove(greatest);
            ordered.Insert(0, greatest);
        }

        return ordered;
    }

    /// <summary>Whether a text says that an act follows another.</summary>
    public static bool Follows(PlainAct later, PlainAct earlier) =>
        later != earlier
        && later.Sightings.Any(after =>
            earlier.Sightings.Any(before =>
                after.Report.Article == before.Report.Article
                && after.Report.Version == before.Report.Version
                && (after.Report.PrecededBy ?? []).Contains(before.Report.Id)
            )
        );
}
