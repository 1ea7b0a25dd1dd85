using NodaTime;

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
        var day = HappenedDay.Number(new HappenedBound(question.HappenedBy?.InZone(log.Zone).Date));
        var surfaces = FactSurfaces.Read(log);
        return surfaces
            .Index.Keys.Where(key => FactKeys.Admits(key, prefix))
            .SelectMany(key => Trace(surfaces, key, question.KnownBy, day))
            .OrderBy(change => change.Known)
            .ThenBy(change => change.Key, StringComparer.Ordinal);
    }

    private static IEnumerable<FactChange> Trace(FactSurfaces surfaces, string key, Instant? knownBy, int day)
    {
        Fact? before = null;
        foreach (var time in surfaces.ListTimes(key).Where(time => knownBy is null || time <= knownBy))
        {
            var after = surfaces.At(key, time, day);
            if (IsChange(before, after))
                yield return new(time, key, before, after);
            before = after;
        }
    }

    private static bool IsChange(Fact? was, Fact? now) => was?.Value != now?.Value || was?.Standing != now?.Standing;
}
