using NodaTime;

namespace Negotiations;

/// <summary>An event with its place on the record clock.</summary>
/// <param name="Position">Its place in the order in which this store committed events, counted from 1.</param>
/// <param name="RecordedAt">When the store gave it that position, by the server's clock; never decreasing.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Version">Its place in its stream, counted from 1.</param>
/// <param name="Event">The event.</param>
public sealed record RecordedEvent(
    long Position,
    Instant RecordedAt,
    Guid Id,
    string Stream,
    long Version,
    DomainEvent Event
)
{
    /// <summary>
    /// For an event that was erased, when and by whom; also where the question is about a time before that.
    /// </summary>
    public RecordedErasure? Erasure { get; init; }
}
