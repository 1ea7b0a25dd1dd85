namespace Negotiations;

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
