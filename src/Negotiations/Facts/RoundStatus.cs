namespace Negotiations;

/// <summary>What is peculiar to the status of a round.</summary>
public static class RoundStatus
{
    /// <summary>
    /// The claims without those that only repeat a schedule which has been postponed: a postponement yields to a later
    /// scheduling only with another date or time.
    /// </summary>
    /// <param name="claims">Claims of one fact, what happened last at the end.</param>
    public static IEnumerable<Claim> WithoutRepeatedSchedules(IEnumerable<Claim> claims)
    {
        TalksScheduled? schedule = null;
        Act? postponedBy = null;
        foreach (var claim in claims)
        {
            if (claim.Primary.Report is TalksPostponed)
            {
                postponedBy ??= claim.Act;
            }
            else if (claim.Primary.Report is TalksScheduled next)
            {
                // Reports of one act that contradict each other are no later scheduling.
                var isLater = postponedBy is not null && postponedBy != claim.Act;
                if (isLater && schedule is not null && !IsAnother(next, schedule))
                    continue;
                postponedBy = null;
                schedule = next;
            }

            yield return claim;
        }
    }

    /// <summary>
    /// Whether a scheduling is about something that the winner does not settle: the place of postponed talks, or a day
    /// after talks that were held, which is the day of further ones.
    /// </summary>
    internal static bool IsOfSomethingElse(Claim claim, Claim winner, bool isLater)
    {
        var schedules = claim.Reports.Select(report => report.Report).OfType<TalksScheduled>().ToList();
        return schedules.Count == claim.Assertions.Count
            && winner.Primary.Report switch
            {
                TalksPostponed => schedules.TrueForAll(schedule => schedule is { Date: null, Time: null }),
                TalksHeld => isLater
                    && schedules.TrueForAll(schedule => schedule.Date?.Bounds.Earliest > winner.Act.Date.Bounds.Latest),
                _ => false,
            };
    }

    private static bool IsAnother(TalksScheduled next, TalksScheduled before) =>
        (next.Date is not null && next.Date != before.Date) || (next.Time is not null && next.Time != before.Time);
}
