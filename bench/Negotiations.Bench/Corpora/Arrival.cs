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
    /// <summary>The number of reports.</summary>
    public int Reports => Events.Count(added => added.Event is Report);

    /// <summary>The version that comes in; null where none does.</summary>
    public ArticleVersionPublished? Version => Events[0].Event as ArticleVersionPublished;
}
