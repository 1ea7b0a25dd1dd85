using System.Collections.Immutable;

namespace Negotiations;

/// <summary>The events of a negotiation in order, found by identifier and by stream.</summary>
/// <remarks>
/// It never changes. With more events at its end it is another index, which shares all but these with the first.
/// </remarks>
internal sealed class EventIndex
{
    private readonly Lazy<ImmutableDictionary<Guid, RecordedEvent>> byId;
    private readonly Lazy<ImmutableDictionary<string, ImmutableList<RecordedEvent>>> byStream;

    public EventIndex(IReadOnlyList<RecordedEvent> events)
    {
        Events = events;
        // Questions never ask for them.
        byId = new(() => events.ToImmutableDictionary(recorded => recorded.Id));
        byStream = new(() =>
            events
                .GroupBy(recorded => recorded.Stream, StringComparer.Ordinal)
                .ToImmutableDictionary(group => group.Key, group => group.ToImmutableList(), StringComparer.Ordinal)
        );
    }

    private EventIndex(
        IReadOnlyList<RecordedEvent> events,
        ImmutableDictionary<Guid, RecordedEvent> byId,
        ImmutableDictionary<string, ImmutableList<RecordedEvent>> byStream
    )
    {
        Events = events;
        this.byId = new(byId);
        this.byStream = new(byStream);
    }

    public IReadOnlyList<RecordedEvent> Events { get; }

    public RecordedEvent? Find(Guid id) => byId.Value.GetValueOrDefault(id);

    public IReadOnlyList<RecordedEvent> ReadStream(string stream) =>
        byStream.Value.TryGetValue(stream, out var events) ? events : [];

    /// <summary>The index with more events of one stream at its end.</summary>
    public EventIndex With(string stream, IReadOnlyList<RecordedEvent> added) =>
        new(
            (Events as ImmutableList<RecordedEvent> ?? [.. Events]).AddRange(added),
            byId.Value.AddRange(added.Select(recorded => KeyValuePair.Create(recorded.Id, recorded))),
            byStream.Value.SetItem(
                stream,
                byStream.Value.GetValueOrDefault(stream, ImmutableList<RecordedEvent>.Empty).AddRange(added)
            )
        );
}
