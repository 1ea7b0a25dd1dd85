using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A store that holds given events of one negotiation and takes no others.</summary>
internal sealed class RecordedStore(IReadOnlyList<RecordedEvent> log) : IEventStore
{
    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default)
    {
        var events = log.Where(recorded => recorded.Stream == stream).ToList();
        return Task.FromResult(new RecordedStream(events.LastOrDefault()?.Version ?? 0, events));
    }

    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    ) => Task.FromResult<IReadOnlyList<RecordedEvent>>([.. log.Where(recorded => recorded.Position <= position)]);

    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. log.Select(recorded => recorded.Stream).Distinct().Order(StringComparer.Ordinal),
        ]);

    public Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default) =>
        Task.FromResult(log.FirstOrDefault(recorded => recorded.Id == id)?.Stream);

    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([History.Negotiation]);

    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    ) => throw new NotSupportedException("the events of this store are given");

    public Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default) =>
        SettledWhere(_ => true);

    public Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default) =>
        SettledWhere(recorded => recorded.RecordedAt <= time);

    public Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default) =>
        SettledWhere(recorded => recorded.Position <= position);

    private Task<RecordPosition> SettledWhere(Func<RecordedEvent, bool> counts)
    {
        var last = log.LastOrDefault(counts);
        return Task.FromResult(new RecordPosition(last?.Position ?? 0, last?.RecordedAt));
    }
}
