using System.Collections.Immutable;

namespace Negotiations;

/// <summary>The events of a negotiation in order, found by identifier and by stream.</summary>
/// <remarks>
/// It never changes. With more events at its end it is another index, which shares all but these with the first.
/// </remarks>
internal sealed class EventIndex
{
    private readonly Lazy<Dictionary<Guid, RecordedEvent>> readById;
    private readonly ImmutableDictionary<Guid, RecordedEvent> addedById;
    private readonly Lazy<ImmutableDictionary<string, ImmutableList<RecordedEvent>>> byStream;

    public EventIndex(IReadOnlyList<RecordedEvent> events)
    {
        Events = events;
        // Questions ask for an event only where there are corrections, and never for a stream.
        readById = new(() => events.ToDictionary(recorded => recorded.Id));
        addedById = ImmutableDictionary<Guid, RecordedEvent>.Empty;
        byStream = new(() =>
            events
                .GroupBy(recorded => recorded.Stream, StringComparer.Ordinal)
                .ToImmutableDictionary(group => group.Key, group => group.ToImmutableList(), StringComparer.Ordinal)
        );
    }

    private EventIndex(
        IReadOnlyList<RecordedEvent> events,
        Lazy<Dictionary<Guid, RecordedEvent>> readById,
        ImmutableDictionary<Guid, RecordedEvent> addedById,
        ImmutableDictionary<string, ImmutableList<RecordedEvent>> byStream
    )
    {
        Events = events;
        (this.readById, this.addedById) = (readById, addedById);
        this.byStream = new(byStream);
    }

    public IReadOnlyList<RecordedEvent> Events { get; }

    public RecordedEvent? Find(Guid id) =>
        addedById.TryGetValue(id, out var added) ? added : readById.Value.GetValueOrDefault(id);

    public IReadOnlyList<RecordedEvent> ReadStream(string stream) =>
        byStream.Value.TryGetValue(stream, out var events) ? events : [];

    /// <summary>The index with more events at its end.</summary>
    public EventIndex With(IReadOnlyList<RecordedEvent> added) =>
        new(
            (Events as ImmutableList<RecordedEvent> ?? [.. Events]).AddRange(added),
            readById,
            addedById.AddRange(added.Select(recorded => KeyValuePair.Create(recorded.Id, recorded))),
            byStream.Value.SetItems(
                added
                    .GroupBy(recorded => recorded.Stream, StringComparer.Ordinal)
                    .Select(group =>
                        KeyValuePair.Create(
                            group.Key,
                            byStream
                                .Value.GetValueOrDefault(group.Key, ImmutableList<RecordedEvent>.Empty)
                                .AddRange(group)
                        )
                    )
            )
        );
}
