using NodaTime;

namespace Negotiations.Tests;

/// <summary>A store that holds one history and nothing else.</summary>
internal sealed class SampleStore(History history) : IEventStore
{
    private long Last => history.Events.Count;

    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<RecordedEvent>>([
            .. history.Events.Where(recorded => negotiation == Sample.Talks && recorded.Position <= position),
        ]);

    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException();

    public Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default) =>
        ResolvePositionAsync(Last, cancellationToken);

    public Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default) =>
        ResolvePositionAsync(history.Events.Count(recorded => recorded.RecordedAt <= time), cancellationToken);

    public Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default) =>
        position > Last
            ? throw new UnsettledException($"position {position} lies beyond {Last}")
            : Task.FromResult(history.LogAt(position).Settled);
}
