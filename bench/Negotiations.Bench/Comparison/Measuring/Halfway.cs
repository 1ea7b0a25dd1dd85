namespace Negotiations.Bench;

/// <summary>
/// The middle of a history on the clock of appending: so far the store had come when half of the articles were in.
/// </summary>
/// <param name="Stream">The article in the middle.</param>
/// <param name="Position">The last position of that article, as each store that holds nothing else gives it.</param>
public sealed record Halfway(string Stream, long Position)
{
    public static Halfway Find(InventedHistory history)
    {
        // The negotiation's own file stands first; the article in the middle is the last one that is taken.
        var articles = history.Streams.Count - 1;
        var streams = history.Streams.Take(1 + (articles / 2) + 1).ToList();
        return new(streams[^1].Stream, streams.Sum(stream => stream.Events.Count));
    }
}
