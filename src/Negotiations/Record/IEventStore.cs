using NodaTime;

namespace Negotiations;

/// <summary>What the program needs of a store of events; a host implements it on its own engine.</summary>
public interface IEventStore
{
    /// <summary>A stream as it stands at one moment; version 0 and no events where there is none.</summary>
    Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default);

    /// <summary>
    /// Every event of a negotiation, its own file included, up to a position, in the order of positions.
    /// </summary>
    Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Names of the streams that hold events of a negotiation, its own and those of its articles, in order.
    /// </summary>
    Task<IReadOnlyList<string>> ReadStreamNamesAsync(string negotiation, CancellationToken cancellationToken = default);

    /// <summary>Name of the stream in which an event is; null where there is no such event.</summary>
    Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Identifiers of the negotiations that are defined, in order.</summary>
    Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default);

    /// <summary>Appends events to one stream, all or none.</summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that the stream must have now; 0 where it must not exist.</param>
    /// <param name="events">The events; none of them may be in the store yet.</param>
    /// <param name="cancellationToken">Cancels the append; then nothing is appended.</param>
    /// <exception cref="ConcurrencyException">The stream has another version: somebody appended in between.</exception>
    Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Appends events to one stream, all or none, as long as what the decision was made on still is all there is.
    /// </summary>
    /// <remarks>
    /// A host looks and appends under one lock that every writer waits for before it commits. Without an implementation
    /// of its own it looks just before it appends, so that one who commits at the same moment is overlooked.
    /// </remarks>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that the stream must have now; 0 where it must not exist.</param>
    /// <param name="events">The events; none of them may be in the store yet.</param>
    /// <param name="basis">What the decision to append them was made on besides the stream.</param>
    /// <param name="cancellationToken">Cancels the append; then nothing is appended.</param>
    /// <exception cref="ConcurrencyException">The stream has another version, or more was recorded of the basis:
    /// somebody appended in between.</exception>
    async Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary basis,
        CancellationToken cancellationToken = default
    )
    {
        var settled = await ReadPositionAsync(cancellationToken);
        var last = basis.Articles
            ? (await ReadNegotiationAsync(basis.Negotiation, settled.Position, cancellationToken)).LastOrDefault()
            : (
                await ReadStreamAsync(StreamName.ForNegotiation(basis.Negotiation), cancellationToken)
            ).Events.LastOrDefault();
        if (last?.Position > basis.Position)
            throw new ConcurrencyException(stream, basis);
        await AppendAsync(stream, expectedVersion, events, cancellationToken);
    }

    /// <summary>
    /// The last position of the record clock, below which nothing can appear any more; 0 for an empty store.
    /// </summary>
    Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default);

    /// <summary>The last position that was recorded by a time.</summary>
    /// <exception cref="UnsettledException">The time lies in the future of the server's clock.</exception>
    Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default);

    /// <summary>The time at which a position was recorded.</summary>
    /// <exception cref="UnsettledException">The position lies beyond the last one, or below 0.</exception>
    Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default);

    /// <summary>The link of the hash chain at a position; null where there is no such position, or no chain.</summary>
    Task<byte[]?> ReadLinkAsync(long position, CancellationToken cancellationToken = default) =>
        Task.FromResult<byte[]?>(null);
}
