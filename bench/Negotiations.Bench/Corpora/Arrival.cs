using NodaTime;

namespace Negotiations.Bench;

/// <summary>
/// What comes in at once: a version of an article with its reports, a correction, a file of a negotiation.
/// </summary>
/// <param name="Time">When somebody hands it in; nothing in the corpus depends on when it really is.</param>
/// <param name="Stream">The stream that it belongs to.</param>
/// <param name="ExpectedVersion">The version that the stream has before.</param>
/// <param name="Events">The events, appended together.</param>
public sealed record Arrival(Instant Time, string Stream, long ExpectedVersion, IReadOnlyList<NewEvent> Events)
{
    /// <summary>What arrives, with places of its own on the record clock: for whoever folds it without a
    /// store.</summary>
    public static IReadOnlyList<RecordedEvent> Record(IEnumerable<Arrival> arrivals)
    {
        var events = new List<RecordedEvent>();
        foreach (var arrival in arrivals)
        foreach (var (place, added) in arrival.Events.Index())
            events.Add(
                new(
                    events.Count + 1,
                    arrival.Time,
                    added.Id,
                    arrival.Stream,
                    arrival.ExpectedVersion + place + 1,
                    added.Event
                )
            );
        return events;
    }

    /// <summary>The number of reports.</summary>
    public int Reports => Events.Count(added => added.Event is Report);

    /// <summary>The version that comes in; null where none does.</summary>
    public ArticleVersionPublished? Version => Events[0].Event as ArticleVersionPublished;
}
