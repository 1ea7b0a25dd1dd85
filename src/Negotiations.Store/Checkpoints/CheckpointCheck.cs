using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Takes checkpoints of a store, and compares it with them.</summary>
internal static class CheckpointCheck
{
    // One statement, so that all of it is of one moment.
    private const string Sql = """
        select (select link from public.negotiations_record where position = 1), l.position, l.link, now(),
               (select link from public.negotiations_record where position = @position), at.event_id,
               (select recorded_at > @taken from public.negotiations_record where position = 1)
          from (values (0)) as always
          left join (select position, link from public.negotiations_record order by position desc limit 1) l on true
          left join public.negotiations_record at on at.position = @position
        """;

    public static async Task<Checkpoint> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var reader = await ReadAsync(connection, 0, default, cancellationToken);
        return reader.IsDBNull(0) || reader.IsDBNull(2)
            ? throw new CheckpointException(
                "there is nothing to take a checkpoint of: the record has no position 1, or no link "
                    + "at its first or last one"
            )
            : new(
                reader.GetFieldValue<byte[]>(0),
                reader.GetInt64(1),
                reader.GetFieldValue<byte[]>(2),
                ServerTime.Read(reader, 3)
            );
    }

    public static async Task<ChainFault?> FaultAsync(
        NpgsqlConnection connection,
        Checkpoint checkpoint,
        CancellationToken cancellationToken
    )
    {
        await using var reader = await ReadAsync(connection, checkpoint.Position, checkpoint.At, cancellationToken);
        var taken = $"the checkpoint of {checkpoint.At}";
        // A record that began only after the checkpoint was taken is not the one of which it was taken.
        var isSameRecord =
            !reader.IsDBNull(0) && reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(checkpoint.First.Span);
        var beganLater = !reader.IsDBNull(6) && reader.GetBoolean(6);
        if (!reader.IsDBNull(0) && !isSameRecord && beganLater)
            return CreateFault(
                checkpoint,
                reader,
                $"{taken} is older than the first position of this record: it is the checkpoint of "
                    + "another store, or of one that stood here before"
            );
        if (!reader.IsDBNull(0) && !isSameRecord)
            return CreateFault(
                checkpoint,
                reader,
                $"the first link of the record is not that of {taken}: this is another store, or it "
                    + "was rewritten from the beginning"
            );
        if (reader.IsDBNull(4))
        {
            var last = reader.IsDBNull(1) ? 0 : reader.GetInt64(1);
            if (last >= checkpoint.Position)
                return CreateFault(
                    checkpoint,
                    reader,
                    $"{taken} has this position, but the record has no link there: its row was altered or removed"
                );
            return new(
                checkpoint.Position,
                null,
                $"{taken} has this position, but the record ends at {last}: what was recorded after it was removed"
            )
            {
                Kind = ChainFaultKind.Removed,
            };
        }

        if (reader.GetFieldValue<byte[]>(4).AsSpan().SequenceEqual(checkpoint.Head.Span))
            return null;
        return CreateFault(
            checkpoint,
            reader,
            reader.IsDBNull(0)
                ? $"the chain has another link here than {taken}, and no first position: it was rewritten"
                : $"the chain has another link here than {taken}: it was rewritten at this position or before it"
        );
    }

    private static ChainFault CreateFault(Checkpoint checkpoint, NpgsqlDataReader reader, string problem) =>
        new(checkpoint.Position, reader.IsDBNull(5) ? null : reader.GetGuid(5), problem)
        {
            Kind = ChainFaultKind.RecordAltered,
        };

    private static async Task<NpgsqlDataReader> ReadAsync(
        NpgsqlConnection connection,
        long position,
        Instant taken,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new("position", position), new("taken", ServerTime.Write(taken)) },
        };
        var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader;
    }
}
