using NodaTime;

namespace Negotiations;

/// <summary>A store before anything was recorded: for what is rehearsed where there is no store yet.</summary>
public sealed class EmptyEventStore : IEventStore
{
    private static readonly RecordPosition Start = new(0, null);

    /// <inheritdoc/>
    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default) =>
        Task.FromResult(new RecordedStream(0, []));

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<RecordedEvent>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc/>
    public Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default) =>
        Task.FromResult<string?>(null);

    /// <summary>Nothing can be appended.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException("nothing can be appended where there is no store");

    /// <inheritdoc/>
    public Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(Start);

    /// <inheritdoc/>
    public Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default) =>
        Task.FromResult(Start);

    /// <inheritdoc/>
    public Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default) =>
        position == 0
            ? Task.FromResult(Start)
            : throw new UnsettledException($"nothing is recorded, so there is no position {position}");
}
