using System.Buffers.Binary;
using NodaTime;

namespace Negotiations.Store;

/// <summary>A row of the record clock, with the event that now has its number.</summary>
/// <param name="Position">Its position.</param>
/// <param name="SeqId">The number of its event.</param>
/// <param name="EventId">The identifier of its event.</param>
/// <param name="RecordedAt">When it was recorded, in the server's binary form.</param>
/// <param name="Salt">The salt of the commitment; null once the event was erased.</param>
/// <param name="Commitment">The commitment to the data.</param>
/// <param name="Link">The link of the chain.</param>
/// <param name="Event">The event; null where none has that number.</param>
/// <param name="ErasureIsRecorded">Whether a later event of the same stream says that this one was erased.</param>
internal sealed record ChainRow(
    long Position,
    long SeqId,
    Guid EventId,
    byte[] RecordedAt,
    byte[]? Salt,
    byte[] Commitment,
    byte[] Link,
    StoredEvent? Event,
    bool ErasureIsRecorded
)
{
    /// <summary>Names of its columns that are empty, and may not be.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    // The server counts microseconds from 2000-01-01.
    private static readonly Instant ServerEpoch = Instant.FromUtc(2000, 1, 1, 0, 0);

    // What lies farther out was never recorded: the program's clock ends there.
    private static readonly long Farthest =
        (long)(Instant.FromUtc(9999, 1, 1, 0, 0) - ServerEpoch).TotalSeconds * 1_000_000;

    /// <summary>Whether an event with its data is what the row commits to, apart from the link.</summary>
    public bool Commits(StoredEvent @event) =>
        Salt is null
            ? ErasedEvent.Is(@event.Data)
            : HashChain.Commitment(Salt, @event.Data).AsSpan().SequenceEqual(Commitment);

    /// <summary>
    /// The link that the row would have with an event in it and a link before it; null where there can be none.
    /// </summary>
    public byte[]? LinkWith(StoredEvent @event, byte[] previous) =>
        DecodeGivenTime(@event.Timestamp) is { } timestamp && DecodeTime(RecordedAt) is { } recordedAt
            ? HashChain.Link(
                previous,
                new RecordRow(
                    Position,
                    recordedAt,
                    @event.SeqId,
                    @event.Id,
                    @event.Stream,
                    @event.Version,
                    @event.Type,
                    @event.ClrName,
                    @event.Tenant,
                    timestamp,
                    @event.IsArchived,
                    Commitment
                )
            )
            : null;

    /// <summary>Whether the row is whole with an event in it and a link before it.</summary>
    public bool Fits(StoredEvent @event, byte[] previous) => Commits(@event) && Links(@event, previous);

    /// <summary>Whether the link of the row is right with an event in it and a link before it.</summary>
    public bool Links(StoredEvent @event, byte[] previous) => LinkWith(@event, previous).AsSpan().SequenceEqual(Link);

    // A writer may give an event an infinite time, as Marten does with its tombstones; the record clock has none.
    private static Instant? DecodeGivenTime(byte[] binary) =>
        BinaryPrimitives.ReadInt64BigEndian(binary) switch
        {
            long.MaxValue => Instant.MaxValue,
            long.MinValue => Instant.MinValue,
            _ => DecodeTime(binary),
        };

    private static Instant? DecodeTime(byte[] binary)
    {
        var microseconds = BinaryPrimitives.ReadInt64BigEndian(binary);
        return microseconds > -Farthest && microseconds < Farthest
            ? ServerEpoch + Duration.FromTicks(microseconds * 10)
            : null;
    }
}
