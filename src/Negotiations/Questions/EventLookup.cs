namespace Negotiations;

/// <summary>Finds the event that somebody means in a store.</summary>
public static class EventLookup
{
    /// <summary>The event that a text names (see <see cref="EventFinder"/>), with the log of its negotiation.</summary>
    /// <param name="store">The store.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="only">The only negotiation in which it is looked for; null: in all.</param>
    /// <exception cref="UnclearEventException">There is none, or more than one.</exception>
    public static async Task<(NegotiationLog Log, RecordedEvent Event)> FindEventAsync(
        this IEventStore store,
        string text,
        CancellationToken cancellationToken = default,
        string? only = null
    )
    {
        var negotiations = only is null ? await store.ReadNegotiationsAsync(cancellationToken) : [only];
        var events = new List<RecordedEvent>();
        foreach (var stream in await ListStreamsAsync(store, text, negotiations, cancellationToken))
            events.AddRange((await store.ReadStreamAsync(stream, cancellationToken)).Events);
        // Of a name that is not there is told which are like it, wherever they are.
        if (!EventFinder.FindAll(text, events).Any())
        {
            events.Clear();
            foreach (var negotiation in negotiations)
                events.AddRange((await store.ReadLogAsync(negotiation, null, cancellationToken)).Events);
        }

        var found = EventFinder.Find(text, events);
        var log = await store.ReadLogAsync(
            StreamName.ParseNegotiation(found.Stream)!,
            recordedBy: null,
            cancellationToken
        );
        return (log, log.Find(found.Id) ?? EventFinder.Find(text, log.Events));
    }

    // Where the event is, if it is anywhere: a short form begins with the name of its article.
    private static async Task<IReadOnlyList<string>> ListStreamsAsync(
        IEventStore store,
        string text,
        IReadOnlyList<string> negotiations,
        CancellationToken cancellationToken
    )
    {
        if (!Guid.TryParse(text, out var id))
            return
            [
                .. negotiations.Select(negotiation => StreamName.ForArticle(negotiation, text.Split('#', '!', '@')[0])),
            ];
        return
            await store.FindStreamAsync(id, cancellationToken) is { } stream
            && negotiations.Contains(StreamName.ParseNegotiation(stream))
            ? [stream]
            : [];
    }
}
