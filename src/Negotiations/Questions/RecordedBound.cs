using NodaTime;

namespace Negotiations;

/// <summary>A bound on the record clock.</summary>
public abstract record RecordedBound
{
    private RecordedBound() { }

    /// <summary>Up to a position.</summary>
    /// <param name="Position">The position; 0 is before the first event.</param>
    public sealed record AtPosition(long Position) : RecordedBound;

    /// <summary>Up to the last position recorded by a time.</summary>
    /// <param name="Time">The time, inclusive.</param>
    public sealed record AtTime(Instant Time) : RecordedBound;
}
