using NodaTime;

namespace Negotiations;

/// <summary>How a fact came to be known: the fact at each time at which something about it became known.</summary>
public static class FactHistory
{
    /// <summary>The time from which the status that a contest gives was known without a break.</summary>
    /// <param name="key">Key of the fact.</param>
    /// <param name="contest">The contest, in which every visible report plays its part.</param>
    /// <param name="unbounded">All acts: one that the happened clock leaves out now may have counted before more was known of it.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static Instant Since(string key, Contest contest, ActView unbounded, HappenedBound happenedBy)
    {
        var reports = RelevantTo(unbounded.Claims[key], unbounded.Order);
        var since = reports.Max(report => report.KnownFrom);
        foreach (var time in TimesOf(reports).Reverse())
        {
            var at = new ActView(reports.Where(report => report.KnownFrom <= time), happenedBy);
            if (!at.Claims.Contains(key) || Contest.Decide(at.Claims[key], at.Order).Winner.Status != contest.Winner.Status) break;
            since = time;
        }

        return since;
    }

    /// <summary>The changes of facts over the known clock, by time and key, under the bounds of a question.</summary>
    /// <remarks>A change is another value, details included, or another standing; or that a fact comes or goes.</remarks>
    /// <param name="log">The log up to the position to which the bound on the record clock resolves.</param>
    /// <param name="question">The question.</param>
    /// <param name="prefix">Only facts whose key begins so; empty for all.</param>
    public static IEnumerable<FactChange> Of(NegotiationLog log, Question question, string prefix = "")
    {
        var happenedBy = new HappenedBound(question.HappenedBy?.InZone(log.Zone).Date);
        var reports = log.ReportsKnownBy(question.KnownBy).ToList();
        var before = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var time in TimesOf(reports))
        {
            var after = FactFold.Of(reports.Where(report => report.KnownFrom <= time), happenedBy).Facts
                .Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(fact => fact.Key, StringComparer.Ordinal);
            foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            {
                var (was, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
                if (IsChange(was, now)) yield return new(time, key, was, now);
            }

            before = after;
        }
    }

    /// <summary>The times at which something in some reports became known, in order.</summary>
    public static IEnumerable<Instant> TimesOf(IEnumerable<VisibleReport> reports) =>
        reports.Select(report => report.KnownFrom).Distinct().Order();

    /// <summary>
    /// The reports that can play a part in a fact: those of the acts that assert it and, where they differ, of the acts that
    /// the texts put after those. What stands before an act never moves it: the order is made from its end.
    /// </summary>
    private static HashSet<VisibleReport> RelevantTo(IEnumerable<Claim> claims, TextOrder order)
    {
        var acts = claims.Select(claim => claim.Act).ToHashSet();
        var differ = claims.Select(claim => claim.Status).Distinct().Count() > 1;
        var queue = new Queue<Act>(differ ? acts : []);
        while (queue.TryDequeue(out var act))
        {
            foreach (var follower in order.FollowersOf(act))
            {
                if (acts.Add(follower)) queue.Enqueue(follower);
            }
        }

        return [.. acts.SelectMany(act => act.Reports)];
    }

    private static bool IsChange(Fact? was, Fact? now) =>
        was is null || now is null || was.Value.Json != now.Value.Json || was.Value.Status != now.Value.Status || was.Standing != now.Standing;
}
