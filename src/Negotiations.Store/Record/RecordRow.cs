using NodaTime;

namespace Negotiations.Store;

/// <summary>
/// What the hash chain covers of one event: its row in <c>mt_events</c>, and its place on the record clock.
/// </summary>
/// <param name="Position">Its position.</param>
/// <param name="RecordedAt">When it got that position, to the microsecond.</param>
/// <param name="SeqId">Its number in <c>mt_events</c>.</param>
/// <param name="Id">Its identifier.</param>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">Stored name of its type.</param>
/// <param name="ClrName">CLR name of its type.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Timestamp"> The time that its writer gave it, to the microsecond; <see cref="Instant.MaxValue"/> for
/// <c>infinity</c>, <see cref="Instant.MinValue"/> for <c>-infinity</c>.
/// </param>
/// <param name="IsArchived">Whether it is archived.</param>
/// <param name="Commitment">The hash of salt and data.</param>
public sealed record RecordRow(
    long Position,
    Instant RecordedAt,
    long SeqId,
    Guid Id,
    string Stream,
    long Version,
    string Type,
    string? ClrName,
    string? Tenant,
    Instant Timestamp,
    bool? IsArchived,
    byte[] Commitment
);
