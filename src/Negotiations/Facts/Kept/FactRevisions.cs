using NodaTime;

namespace Negotiations;

/// <summary>What an event makes of one fact.</summary>
internal static class FactRevisions
{
    /// <summary>The revisions by which a fact as it was becomes the fact as it is.</summary>
    /// <param name="position">The position of the event.</param>
    /// <param name="key">Key of the fact.</param>
    /// <param name="before">The fact before the event.</param>
    /// <param name="after">The fact with it.</param>
    /// <param name="from">The time known from which something can differ.</param>
    /// <param name="firstDay">The first bound on the happened clock for which something can differ.</param>
    public static IEnumerable<FactRevision> Between(
        long position,
        string key,
        FactSurface before,
        FactSurface after,
        Instant from,
        int firstDay
    )
    {
        var times = before
            .Times.Concat(after.Times)
            .Where(time => time > from)
            .Append(from)
            .Distinct()
            .Order()
            .ToList();
        var days = before
            .Days.Concat(after.Days)
            .Where(day => day > firstDay)
            .Append(firstDay)
            .Append(HappenedDay.Unbounded)
            .Distinct()
            .Order()
            .ToList();
        var open = new List<FactRevision>();
        foreach (
            var (day, last) in days.Select((day, place) => (day, place + 1 < days.Count ? days[place + 1] - 1 : day))
        )
        {
            var stretches = FindStretches(before, after, times, day)
                .Select(found => new FactRevision(
                    position,
                    key,
                    new(
                        KnownTick.First(found.From),
                        found.Until is { } until ? KnownTick.First(until) : KnownTick.Endless,
                        day,
                        last
                    ),
                    found.Fact
                ))
                .ToList();
            // What is the same for the next days as for those before is one revision.
            var continued = stretches
                .Select(next => (Next: next, Before: open.Find(previous => Continues(previous, next))))
                .ToList();
            foreach (var ended in open.Except(continued.Select(pair => pair.Before)))
                yield return ended!;
            open =
            [
                .. continued.Select(pair =>
                    pair.Before is { } previous
                        ? previous with
                        {
                            Region = previous.Region with { HappenedLast = last },
                        }
                        : pair.Next
                ),
            ];
        }

        foreach (var ended in open)
            yield return ended;
    }

    private static bool Continues(FactRevision previous, FactRevision next) =>
        (previous.Region.KnownFrom, previous.Region.KnownUntil) == (next.Region.KnownFrom, next.Region.KnownUntil)
        && FactState.AreSame(previous.Fact, next.Fact);

    private static List<(Instant From, Instant? Until, FactState? Fact)> FindStretches(
        FactSurface before,
        FactSurface after,
        List<Instant> times,
        int day
    )
    {
        var stretches = new List<(Instant From, Instant? Until, FactState? Fact)>();
        for (var place = 0; place < times.Count; place++)
        {
            var (was, now) = (before.At(times[place], day), after.At(times[place], day));
            if (FactState.AreSame(was, now))
                continue;
            Instant? until = place + 1 < times.Count ? times[place + 1] : null;
            if (
                stretches.Count > 0
                && stretches[^1].Until == times[place]
                && FactState.AreSame(stretches[^1].Fact, now)
            )
                stretches[^1] = stretches[^1] with { Until = until };
            else
                stretches.Add((times[place], until, now));
        }

        return stretches;
    }
}
