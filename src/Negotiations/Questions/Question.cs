using NodaTime;

namespace Negotiations;

/// <summary>A question to the record of a negotiation, with up to three bounds; null is no bound.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="KnownBy">Only what a reader could know by then, inclusive.</param>
/// <param name="HappenedBy">Only acts that had happened by the day of that time, inclusive.</param>
/// <param name="RecordedBy">Only what this store had recorded by then, inclusive.</param>
public sealed record Question(
    string Negotiation,
    Instant? KnownBy = null,
    Instant? HappenedBy = null,
    RecordedBound? RecordedBy = null
)
{
    /// <summary>Whether there is no bound.</summary>
    public bool IsUnbounded => (KnownBy, HappenedBy, RecordedBy) is (null, null, null);
}
