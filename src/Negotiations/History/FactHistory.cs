namespace Negotiations;

/// <summary>How a fact came to be known: the fact at each time at which something about it became known.</summary>
public static class FactHistory
{
    /// <summary>The changes of facts over the known clock, by time and key, under the bounds of a question.</summary>
    /// <remarks>
    /// A change is another value, details included, or another standing; or that a fact comes or goes.
    /// </remarks>
    /// <param name="log">The log up to the position to which the bound on the record clock resolves.</param>
    /// <param name="question">The question.</param>
    /// <param name="prefix">Only facts with this part of a key; empty for all.</param>
    public static IEnumerable<FactChange> Trace(NegotiationLog log, Question question, string prefix = "")
    {
        var happenedBy = new HappenedBound(question.HappenedBy?.InZone(log.Zone).Date);
        var before = new Dictionary<string, Fact>(StringComparer.Ordinal);
        foreach (var time in ReportHistory.ListTimes(log.Timeline.Reports, question.KnownBy))
        {
            var after = FactFold
                .Fold(log, time, happenedBy)
                .Facts.Where(fact => FactKeys.Admits(fact.Key, prefix))
                .ToDictionary(fact => fact.Key, StringComparer.Ordinal);
            foreach (var key in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
            {
                var (was, now) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
                if (IsChange(was, now))
                    yield return new(time, key, was, now);
            }

            before = after;
        }
    }

    private static bool IsChange(Fact? was, Fact? now) => was?.Value != now?.Value || was?.Standing != now?.Standing;
}
