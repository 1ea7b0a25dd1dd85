namespace Negotiations;

/// <summary>A place at which the store does not fit its hash chain.</summary>
/// <param name="Position">The position on the record clock; null for what has none.</param>
/// <param name="Event">Identifier of the event; null where it is not known.</param>
/// <param name="Problem">What does not fit.</param>
public sealed record ChainFault(long? Position, Guid? Event, string Problem)
{
    /// <summary>What kind of fault it is.</summary>
    public ChainFaultKind Kind { get; init; }

    /// <summary>The stream of the event; null where it is not known.</summary>
    public string? Stream { get; init; }

    /// <summary>The version of the event in its stream; null where it is not known.</summary>
    public long? Version { get; init; }

    /// <summary>
    /// The short form of the event, such as <c>article#report</c>; null where the event can no longer be read.
    /// </summary>
    public string? ShortForm { get; init; }

    /// <summary>The fault in one line that names position, event and problem.</summary>
    public override string ToString() => $"{string.Join(", ", Place())}: {Problem}";

    private IEnumerable<string> Place()
    {
        if (Position is not null)
            yield return $"position {Position}";
        if (ShortForm is not null)
            yield return ShortForm;
        if (Event is not null)
            yield return $"event {Event}";
        if (Stream is not null)
            yield return Version is null ? $"stream '{Stream}'" : $"version {Version} of stream '{Stream}'";
    }
}

/// <summary>What does not fit the hash chain.</summary>
public enum ChainFaultKind
{
    /// <summary>The event is no longer what was recorded.</summary>
    Changed,

    /// <summary>The event is gone.</summary>
    Removed,

    /// <summary>The event was put in without a row of the record.</summary>
    Inserted,

    /// <summary>The event, or what it says, stands in the place of another one that stands in its own.</summary>
    Reordered,

    /// <summary>The row of the record is no longer what was written; the event is.</summary>
    RecordAltered,

    /// <summary>The row of the record is gone; the event is there.</summary>
    RecordMissing,

    /// <summary>The row of the stream does not fit its events.</summary>
    StreamAltered,

    /// <summary>The event looks erased, but no erasure of it is recorded.</summary>
    ErasureUnrecorded,

    /// <summary>
    /// An erasure of the event is recorded, and the event is intact: the erasure is forged, or was undone.
    /// </summary>
    ErasureContradicted,
}
