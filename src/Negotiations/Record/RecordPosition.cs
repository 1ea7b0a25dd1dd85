using NodaTime;

namespace Negotiations;

/// <summary>A place on the record clock that no later commit can change.</summary>
/// <param name="Position">The position; 0 is before the first event.</param>
/// <param name="At">When that position was recorded; null for position 0.</param>
public sealed record RecordPosition(long Position, Instant? At);
