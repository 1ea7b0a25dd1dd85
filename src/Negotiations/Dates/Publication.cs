using NodaTime;

namespace Negotiations;

/// <summary>When a reader could know something, and how we know that.</summary>
/// <param name="Time">The time on the known clock; for a publication known only to the day, the end of that
/// day.</param>
/// <param name="Basis">Whether the source states the time or we assume it.</param>
/// <param name="Reason">For an assumed time, why.</param>
/// <param name="Earliest">The earliest time that is possible.</param>
/// <param name="Latest">The latest time that is possible.</param>
public sealed record Publication(
    Instant Time,
    PublicationBasis Basis,
    string? Reason = null,
    Instant? Earliest = null,
    Instant? Latest = null
);
