using NodaTime;

namespace Negotiations.Bench;

/// <summary>One negotiation of a corpus, drawn as a whole: for what goes over it several times.</summary>
/// <param name="Negotiation">Its identifier.</param>
/// <param name="Arrivals">Everything in the order in which it comes in.</param>
public sealed record DrawnHistory(string Negotiation, IReadOnlyList<Arrival> Arrivals)
{
    public int Reports { get; } = Arrivals.Sum(arrival => arrival.Reports);

    public int Events { get; } = Arrivals.Sum(arrival => arrival.Events.Count);

    /// <summary>A time at which half of the versions of articles were out.</summary>
    public Instant Middle { get; } =
        Arrivals.Select(arrival => arrival.Version?.Published.Time).OfType<Instant>().Order().ToList() is var times
            ? times[times.Count / 2]
            : default;

    public static DrawnHistory Draw(int reports, int seed)
    {
        var corpus = new Corpus(new(reports, seed));
        return new(corpus.Largest.Id, [.. corpus.DrawArrivals()]);
    }
}
