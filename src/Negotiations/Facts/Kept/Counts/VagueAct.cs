namespace Negotiations;

/// <summary>An act that is not dated to a day, over stretches of the known clock.</summary>
/// <remarks>A bound on the happened clock that lies within its days leaves it out although it may have
/// happened.</remarks>
/// <param name="Act">Key of the act.</param>
/// <param name="Stretches">The stretches, in order; none where it is dated to the day at every time known.</param>
public sealed record VagueAct(string Act, IReadOnlyList<VagueStretch> Stretches)
{
    /// <summary>An act of a log.</summary>
    /// <param name="act">Key of the act.</param>
    /// <param name="history">The act along the known clock.</param>
    internal static VagueAct Read(string act, ActHistory history)
    {
        var stretches = new List<VagueStretch>();
        var times = history.Times.ToList();
        foreach (var (time, place) in times.Select((time, place) => (time, place)))
        {
            if (history.At(time) is not { } known || known.Date.Bounds is var bounds && bounds.IsDay)
                continue;
            var until = place + 1 < times.Count ? KnownTick.First(times[place + 1]) : KnownTick.Endless;
            var (earliest, latest) = (
                bounds.Earliest is { } first ? HappenedDay.Number(first) : int.MinValue,
                bounds.Latest is { } last ? HappenedDay.Number(last) : HappenedDay.Unbounded
            );
            var from = KnownTick.First(time);
            if (stretches.Count > 0 && stretches[^1].Continues(from, earliest, latest))
                stretches[^1] = stretches[^1] with { KnownUntil = until };
            else
                stretches.Add(new(from, until, earliest, latest));
        }

        return new(act, stretches);
    }

    /// <summary>Whether another is the same.</summary>
    internal bool IsSameAs(VagueAct other) => Stretches.SequenceEqual(other.Stretches);
}

/// <summary>A stretch of the known clock over which an act lies between two days.</summary>
/// <param name="KnownFrom">The first bound of the stretch (<see cref="KnownTick"/>).</param>
/// <param name="KnownUntil">The first bound after it.</param>
/// <param name="Earliest">The first possible day (<see cref="HappenedDay"/>); <see cref="int.MinValue"/> where there is
/// none.</param>
/// <param name="Latest">The last possible day; <see cref="HappenedDay.Unbounded"/> where there is none.</param>
public sealed record VagueStretch(long KnownFrom, long KnownUntil, int Earliest, int Latest)
{
    internal bool Continues(long from, int earliest, int latest) =>
        (KnownUntil, Earliest, Latest) == (from, earliest, latest);
}
