using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Negotiations.Store;

/// <summary>The hash chain of the record clock, computed apart from the server; see docs/hash-chain.md.</summary>
public static class HashChain
{
    /// <summary>What stands in place of the link before the first: 32 zero bytes.</summary>
    public static ReadOnlySpan<byte> Start => new byte[32];

    /// <summary>The commitment to the data of an event.</summary>
    /// <param name="salt">The 32 bytes of its salt.</param>
    /// <param name="data">Its JSON exactly as the server prints it (<c>data::text</c>).</param>
    public static byte[] Commitment(ReadOnlySpan<byte> salt, string data) =>
        SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(data)]);

    /// <summary>The link of a row.</summary>
    /// <param name="previous">The link of the row before, or <see cref="Start"/>.</param>
    /// <param name="row">The row.</param>
    public static byte[] Link(ReadOnlySpan<byte> previous, RecordRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendField(hash, previous);
        AppendField(hash, row.Position);
        AppendField(hash, Microseconds(row.RecordedAt));
        AppendField(hash, row.SeqId);
        AppendField(hash, row.Id.ToByteArray(bigEndian: true));
        AppendField(hash, row.Stream);
        AppendField(hash, row.Version);
        AppendField(hash, row.Type);
        AppendField(hash, row.ClrName);
        AppendField(hash, row.Tenant);
        AppendField(hash, Microseconds(row.Timestamp));
        if (row.IsArchived is null)
            AppendLength(hash, -1);
        else
            AppendField(hash, [row.IsArchived.Value ? (byte)1 : (byte)0]);
        AppendField(hash, row.Commitment);
        return hash.GetHashAndReset();
    }

    private static long Microseconds(Instant time) =>
        time == Instant.MaxValue ? long.MaxValue
        : time == Instant.MinValue ? long.MinValue
        : (time - NodaConstants.UnixEpoch).BclCompatibleTicks / 10;

    private static void AppendField(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        AppendField(hash, bytes);
    }

    private static void AppendField(IncrementalHash hash, string? text)
    {
        if (text is null)
            AppendLength(hash, -1);
        else
            AppendField(hash, Encoding.UTF8.GetBytes(text));
    }

    private static void AppendField(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        AppendLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
