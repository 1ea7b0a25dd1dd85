using NodaTime;

namespace Negotiations.Testing;

/// <summary>A store of events in memory, for the logic of replays.</summary>
/// <remarks>Events go through their JSON, so that a test reads what a real store would give back.</remarks>
public sealed class InMemoryEventStore : IEventStore
{
    private static readonly Instant Start = Instant.FromUtc(2032, 1, 1, 0, 0);

    private readonly List<RecordedEvent> log = [];

    /// <summary>All events, in the order of their positions.</summary>
    public IReadOnlyList<RecordedEvent> Log => log;

    /// <summary>
    /// Called with the stream and the number of the call before each append takes effect: it may append, or throw.
    /// </summary>
    public Func<string, int, Task>? BeforeAppend { get; set; }

    /// <summary>How often the events of a negotiation were read.</summary>
    public int NegotiationReads { get; private set; }

    private int appends;

    public Task<RecordedStream> ReadStreamAsync(string stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var events = log.Where(recorded => recorded.Stream == stream).ToList();
        return Task.FromResult(new RecordedStream(events.Count, events));
    }

    public Task<IReadOnlyList<RecordedEvent>> ReadNegotiationAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        NegotiationReads++;
        return Task.FromResult<IReadOnlyList<RecordedEvent>>([
            .. log.Where(recorded =>
                recorded.Position <= position
                && (
                    recorded.Stream == StreamName.ForNegotiation(negotiation)
                    || recorded.Stream.StartsWith(StreamName.PrefixForArticles(negotiation), StringComparison.Ordinal)
                )
            ),
        ]);
    }

    public Task<IReadOnlyList<string>> ReadStreamNamesAsync(
        string negotiation,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. log.Select(recorded => recorded.Stream)
                .Where(stream =>
                    stream == StreamName.ForNegotiation(negotiation)
                    || stream.StartsWith(StreamName.PrefixForArticles(negotiation), StringComparison.Ordinal)
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ]);

    public Task<string?> FindStreamAsync(Guid id, CancellationToken cancellationToken = default) =>
        Task.FromResult(log.FirstOrDefault(recorded => recorded.Id == id)?.Stream);

    public Task<IReadOnlyList<string>> ReadNegotiationsAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([
            .. log.Where(recorded => recorded.Stream.StartsWith(StreamName.Negotiations, StringComparison.Ordinal))
                .Select(recorded => recorded.Stream[StreamName.Negotiations.Length..])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ]);

    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken = default
    ) => AppendAsync(stream, expectedVersion, events, _ => false, basis: null, cancellationToken);

    public Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary basis,
        CancellationToken cancellationToken = default
    ) =>
        AppendAsync(
            stream,
            expectedVersion,
            events,
            recorded =>
                recorded.Position > basis.Position
                && (
                    recorded.Stream == StreamName.ForNegotiation(basis.Negotiation)
                    || (
                        basis.Articles
                        && recorded.Stream.StartsWith(
                            StreamName.PrefixForArticles(basis.Negotiation),
                            StringComparison.Ordinal
                        )
                    )
                ),
            basis,
            cancellationToken
        );

    private async Task AppendAsync(
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        Predicate<RecordedEvent> overtakes,
        ConsistencyBoundary? basis,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (BeforeAppend is { } before)
            await before(stream, ++appends);
        if (log.Exists(overtakes))
            throw new ConcurrencyException(stream, basis!);
        var version = log.Count(recorded => recorded.Stream == stream);
        if (version != expectedVersion)
            throw new ConcurrencyException(stream, expectedVersion);
        if (
            events
                .Select(added => added.Id)
                .Concat(log.Select(recorded => recorded.Id))
                .GroupBy(id => id)
                .Any(group => group.Count() > 1)
        )
            throw new InvalidOperationException("an event is in the store already");
        foreach (var added in events)
        {
            var stored = EventJson.Read(EventTypes.GetStoredName(added.Event.GetType()), EventJson.Write(added.Event));
            log.Add(new(log.Count + 1, ComputeTime(log.Count + 1), added.Id, stream, ++version, stored));
        }
    }

    public Task<RecordPosition> ReadPositionAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(At(log.Count));

    public Task<RecordPosition> ResolveTimeAsync(Instant time, CancellationToken cancellationToken = default) =>
        time > ComputeTime(log.Count)
            ? throw new UnsettledException($"{time} lies in the future")
            : Task.FromResult(At(log.Count(recorded => recorded.RecordedAt <= time)));

    public Task<RecordPosition> ResolvePositionAsync(long position, CancellationToken cancellationToken = default) =>
        position < 0 || position > log.Count
            ? throw new UnsettledException($"position {position} lies outside 0 to {log.Count}")
            : Task.FromResult(At(position));

    private static RecordPosition At(long position) => new(position, position == 0 ? null : ComputeTime(position));

    private static Instant ComputeTime(long position) => Start + Duration.FromSeconds(position);
}
