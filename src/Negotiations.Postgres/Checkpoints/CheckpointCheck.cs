using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Takes checkpoints of a store, and compares it with them.</summary>
internal static class CheckpointCheck
{
    // One statement, so that all of it is of one moment.
    private const string Sql = """
        select (select link from public.negotiations_record where position = 1), l.position, l.link, now(),
               (select link from public.negotiations_record where position = @position), at.event_id
          from (values (0)) as always
          left join (select position, link from public.negotiations_record order by position desc limit 1) l on true
          left join public.negotiations_record at on at.position = @position
        """;

    public static async Task<Checkpoint> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(connection, 0, cancellationToken);
        return reader.IsDBNull(0)
            ? throw new CheckpointException("there is nothing to take a checkpoint of: the record has no position 1")
            : new(reader.GetFieldValue<byte[]>(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2), ServerTime.Read(reader, 3));
    }

    public static async Task<ChainFault?> FaultAsync(NpgsqlConnection connection, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(connection, checkpoint.Position, cancellationToken);
        var taken = $"the checkpoint of {checkpoint.At}";
        if (reader.IsDBNull(4))
        {
            var last = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
            return new(checkpoint.Position, null, $"{taken} has this position, but the record ends at {last}: what was recorded after it was removed")
            {
                Kind = ChainFaultKind.Removed,
            };
        }

        if (reader.GetFieldValue<byte[]>(4).AsSpan().SequenceEqual(checkpoint.Head.Span)) return null;
        var isSameRecord = !reader.IsDBNull(0) && reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(checkpoint.First.Span);
        return new(checkpoint.Position, reader.GetGuid(5), isSameRecord
            ? $"the chain has another link here than {taken}: it was rewritten at this position or before it"
            : $"the chain has another link here than {taken}, and another first link too: it was rewritten from the beginning, or this is another store")
        {
            Kind = ChainFaultKind.RecordAltered,
        };
    }

    private static async Task<NpgsqlDataReader> ReadAsync(NpgsqlConnection connection, long position, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new("position", position) } };
        var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader;
    }
}
