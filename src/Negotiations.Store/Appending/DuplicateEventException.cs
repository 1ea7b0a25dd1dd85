namespace Negotiations.Store;

/// <summary>An event that is to be appended is in the store already; nothing was appended.</summary>
/// <param name="stream">Name of the stream to which it was to be appended.</param>
/// <param name="events">Identifiers of the events in question; empty where one is twice among those to be
/// appended.</param>
public sealed class DuplicateEventException(string stream, IReadOnlyList<Guid> events)
    : ConflictException(
        $"nothing was appended to stream '{stream}': "
            + (
                events.Count > 0
                    ? $"{string.Join(", ", events)} {(events.Count == 1 ? "is" : "are")} in the store already"
                    : "an event is given twice"
            )
            + ". Append each event once, under an identifier of its own"
    )
{
    /// <summary>Identifiers of the events in question; empty where one is twice among those to be appended.</summary>
    public IReadOnlyList<Guid> Events { get; } = events;
}
