namespace Negotiations;

/// <summary>Questions to which one fact has one answer: a stretch of the known clock, and of the happened
/// clock.</summary>
/// <param name="KnownFrom">The first bound on the known clock (<see cref="KnownTick"/>).</param>
/// <param name="KnownUntil">The first bound after the stretch; <see cref="KnownTick.Endless"/> where it has no
/// end.</param>
/// <param name="HappenedFrom">The first bound on the happened clock (<see cref="HappenedDay"/>).</param>
/// <param name="HappenedLast">The last bound on it, which belongs to the stretch; <see cref="HappenedDay.Unbounded"/>
/// where questions without such a bound belong to it.</param>
public readonly record struct FactRegion(long KnownFrom, long KnownUntil, int HappenedFrom, int HappenedLast)
{
    /// <summary>Whether a question lies in the region.</summary>
    /// <param name="known">The bound on the known clock.</param>
    /// <param name="day">The bound on the happened clock.</param>
    public bool Covers(long known, int day) =>
        KnownFrom <= known && known < KnownUntil && HappenedFrom <= day && day <= HappenedLast;

    /// <summary>Whether there are questions in both regions.</summary>
    public bool Overlaps(FactRegion other) =>
        KnownFrom < other.KnownUntil
        && other.KnownFrom < KnownUntil
        && HappenedFrom <= other.HappenedLast
        && other.HappenedFrom <= HappenedLast;

    /// <summary>The part of the region that lies in a stretch of the known clock.</summary>
    /// <param name="from">The first bound of the stretch.</param>
    /// <param name="until">The first bound after it.</param>
    public FactRegion Within(long from, long until) =>
        this with
        {
            KnownFrom = Math.Max(KnownFrom, from),
            KnownUntil = Math.Min(KnownUntil, until),
        };

    /// <summary>What is left of the region without another, in up to four parts.</summary>
    public IEnumerable<FactRegion> Without(FactRegion other)
    {
        if (!Overlaps(other))
        {
            yield return this;
            yield break;
        }

        if (KnownFrom < other.KnownFrom)
            yield return this with
            {
                KnownUntil = other.KnownFrom,
            };
        if (other.KnownUntil < KnownUntil)
            yield return this with
            {
                KnownFrom = other.KnownUntil,
            };
        var between = Within(other.KnownFrom, other.KnownUntil);
        if (HappenedFrom < other.HappenedFrom)
            yield return between with
            {
                HappenedLast = other.HappenedFrom - 1,
            };
        if (other.HappenedLast < HappenedLast)
            yield return between with
            {
                HappenedFrom = other.HappenedLast + 1,
            };
    }
}
