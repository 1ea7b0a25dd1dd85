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
        var postponed = false;
        foreach (var claim in claims)
        {
            if (claim.Primary.Report is TalksPostponed)
            {
                postponed = true;
            }
            else if (claim.Primary.Report is TalksScheduled next)
            {
                if (postponed && schedule is not null && !IsAnother(next, schedule)) continue;
                postponed = false;
                schedule = next;
            }

            yield return claim;
        }
    }

    private static bool IsAnother(TalksScheduled next, TalksScheduled before) =>
        (next.Date is not null && next.Date != before.Date) || (next.Time is not null && next.Time != before.Time);
}
