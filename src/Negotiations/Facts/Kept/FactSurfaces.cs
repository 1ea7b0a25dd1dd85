using NodaTime;

namespace Negotiations;

/// <summary>The facts of a log one by one, each from the reports that can play a part in it.</summary>
/// <remarks>Who asks for few facts at many times does not decide all of them.</remarks>
internal sealed class FactSurfaces
{
    private readonly NegotiationLog log;
    private readonly ActHistories acts;
    private readonly Dictionary<string, FactSurface> surfaces = new(StringComparer.Ordinal);

    /// <summary>Finds facts in a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="index">What bears on what, also of other logs.</param>
    public FactSurfaces(NegotiationLog log, FactIndex index) => (this.log, acts) = (log, new(index));

    /// <summary>What bears on what.</summary>
    public FactIndex Index => acts.Index;

    /// <summary>The facts of a log.</summary>
    public static FactSurfaces Read(NegotiationLog log) => new(log, FactIndex.Read(log));

    /// <summary>The times at which something about a fact became known, in order.</summary>
    public IEnumerable<Instant> ListTimes(string key) =>
        FactFold.FindStatus(key) is { } status
            ? Find(key).Times.Concat(Find(status).Times).Distinct().Order()
            : Find(key).Times;

    /// <summary>The bounds on the happened clock at which another act counts for a fact.</summary>
    public IEnumerable<int> ListDays(string key) =>
        FactFold.FindStatus(key) is { } status ? Find(key).Days.Union(Find(status).Days) : Find(key).Days;

    /// <summary>A fact for a bound on the known clock, and one on the happened clock; null where it is not
    /// there.</summary>
    public Fact? At(string key, Instant known, int day)
    {
        if (Find(key).At(known, day) is not { } fact)
            return null;
        return FactFold.FindStatus(key) is { } status && Find(status).At(known, day) is { } ended
            ? FactFold.MarkOvertaken([fact, ended])[0]
            : fact;
    }

    /// <summary>One fact over both clocks, but for whether its round has overtaken it.</summary>
    public FactSurface Find(string key)
    {
        if (surfaces.TryGetValue(key, out var known))
            return known;
        return surfaces[key] = new(acts.FindAll(key, log), new FactDecisions(key, log.Comparison));
    }
}
