namespace Negotiations.Bench;

/// <summary>
/// Invented negotiations of very different sizes, as articles report them: with bursts, late reports, one text in
/// several papers, versions, corrections and their undoing.
/// </summary>
/// <remarks>
/// Everything is drawn while it is read, so a million reports need the memory of one round. The same options give the
/// same events in the same order, however often it is read.
/// </remarks>
public sealed class Corpus(CorpusOptions options)
{
    /// <summary>The negotiations, the largest first.</summary>
    public IReadOnlyList<InventedNegotiation> Negotiations { get; } =
    [
        .. Enumerable
            .Range(0, options.Negotiations)
            .Select(number => new InventedNegotiation(
                number,
                options.CountReports(number),
                unchecked((options.Seed * 7919) + (number * 104_729)),
                options.OneRound
            )),
    ];

    /// <summary>The largest negotiation.</summary>
    public InventedNegotiation Largest => Negotiations[0];

    /// <summary>Everything in the order in which it comes in; all negotiations run at once.</summary>
    public IEnumerable<Arrival> DrawArrivals()
    {
        var waiting = new PriorityQueue<IEnumerator<Arrival>, (NodaTime.Instant, int)>();
        foreach (var (number, negotiation) in Negotiations.Index())
            Queue(negotiation.DrawArrivals().GetEnumerator(), number);
        while (waiting.TryDequeue(out var next, out var place))
        {
            yield return next.Current;
            Queue(next, place.Item2);
        }

        void Queue(IEnumerator<Arrival> arrivals, int number)
        {
            if (arrivals.MoveNext())
                waiting.Enqueue(arrivals, (arrivals.Current.Time, number));
            else
                arrivals.Dispose();
        }
    }
}
