using System.Runtime.CompilerServices;
using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Recomputes the hash chain of a store.</summary>
internal static class ChainCheck
{
    // A full join: an event without a place on the record clock is as much of a fault as a place without an event.
    private const string Rows = """
        select r.position, r.event_id, r.salt, r.commitment, r.link,
               e.seq_id, e.id, e.stream_id, e.version, e.type, e.mt_dotnet_type, e.tenant_id, e.timestamp, e.is_archived,
               e.data::text, r.recorded_at
          from public.negotiations_record r full join public.mt_events e on e.seq_id = r.seq_id
         order by r.position nulls last, e.seq_id
        """;

    public static async IAsyncEnumerable<ChainFault> FaultsAsync(
        NpgsqlDataSource dataSource, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(Rows);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var previous = HashChain.Start.ToArray();
        var expected = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.IsDBNull(0))
            {
                yield return new ChainFault(null, reader.GetGuid(6), "the event has no place on the record clock");
                continue;
            }

            var (position, id) = (reader.GetInt64(0), reader.GetGuid(1));
            if (position != ++expected)
                yield return new ChainFault(position, id, $"positions {expected} to {position - 1} are missing");
            expected = position;
            if (ProblemOf(reader, previous) is { } problem) yield return new ChainFault(position, id, problem);
            // From the stored link on, so that one fault is reported once and not again at every later row.
            previous = reader.GetFieldValue<byte[]>(4);
        }
    }

    private static string? ProblemOf(NpgsqlDataReader row, byte[] previous)
    {
        if (row.IsDBNull(5)) return "the event is gone";
        if (row.GetGuid(1) != row.GetGuid(6)) return $"another event, {row.GetGuid(6)}, stands in its place";
        var commitment = row.GetFieldValue<byte[]>(3);
        // Without its salt the event has been erased: its data can no longer be compared, its place still can.
        if (!row.IsDBNull(2)
            && !HashChain.Commitment(row.GetFieldValue<byte[]>(2), row.GetString(14)).AsSpan().SequenceEqual(commitment))
            return "its data is not what was recorded";
        var link = HashChain.Link(previous, Read(row, commitment));
        return link.AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(4))
            ? null
            : "its place, stream, version, type, tenant, times or archived mark, or the row before it, is not what was recorded";
    }

    private static RecordRow Read(NpgsqlDataReader row, byte[] commitment) =>
        new(
            row.GetInt64(0),
            ServerTime.Read(row, 15),
            row.GetInt64(5),
            row.GetGuid(6),
            row.GetString(7),
            row.GetInt64(8),
            row.GetString(9),
            row.IsDBNull(10) ? null : row.GetString(10),
            row.IsDBNull(11) ? null : row.GetString(11),
            ServerTime.Read(row, 12),
            row.IsDBNull(13) ? null : row.GetBoolean(13),
            commitment);
}
