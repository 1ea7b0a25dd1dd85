using System.Data;
using NodaTime;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Asks the record clock of a store.</summary>
internal static class RecordClock
{
    // The greatest visible position is settled: positions are given under one lock that is kept until the commit is
    // visible, so when a position is visible, all those below it are, and no transaction under way can take one of
    // them.
    private const string Last = """
        select position, recorded_at, link from public.negotiations_record order by position desc limit 1
        """;

    private const string At = """
        select recorded_at, (select coalesce(max(position), 0) from public.negotiations_record)
          from (values (0)) as always left join public.negotiations_record on position = @position
        """;

    private const string By = """
        select clock_timestamp(), c.floor, l.recorded_at, b.position, b.recorded_at
          from public.negotiations_clock c
          left join (select recorded_at from public.negotiations_record order by position desc limit 1) l on true
          left join (select position, recorded_at from public.negotiations_record
                      where recorded_at <= @time order by position desc limit 1) b on true
        """;

    /// <summary>The link of the hash chain at a position; null where there is none.</summary>
    public static async Task<byte[]?> LinkAtAsync(
        StoreConnections connections,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await LinkAtAsync(connection, position, cancellationToken);
    }

    /// <summary>The same, over a connection that is open.</summary>
    public static async Task<byte[]?> LinkAtAsync(
        NpgsqlConnection connection,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "select link from public.negotiations_record where position = @position",
            connection
        )
        {
            Parameters = { new("position", position) },
        };
        return (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>The last position, and the proof of it.</summary>
    public static async Task<RecordHead> LastAsync(StoreConnections connections, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Last, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                new(reader.GetInt64(0), ServerTime.Read(reader, 1)),
                ProvenPosition.Create(reader.GetInt64(0), reader.GetFieldValue<byte[]>(2))
            )
            : new(new(0, null), new(0));
    }

    public static async Task<RecordPosition> AtAsync(
        StoreConnections connections,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(At, connection);
        command.Parameters.Add(new("position", position));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.IsDBNull(0))
            return new RecordPosition(position, ServerTime.Read(reader, 0));
        if (position == 0)
            return new RecordPosition(0, null);
        var last = reader.GetInt64(1);
        throw new UnsettledException(
            position < 0 || position <= last
                ? $"{position} is no position on the record clock: they run from 0 to {last}"
                : $"position {position} lies beyond the last one on the record clock, which is {last}"
        );
    }

    public static async Task<RecordPosition> ByAsync(
        StoreConnections connections,
        Instant time,
        CancellationToken cancellationToken
    )
    {
        // Two transactions: one that went from the shared to the exclusive lock could wait for another that does so
        // too. Two connections, one after the other, since the migration in between needs one too.
        await using (var connection = await connections.OpenAsync(cancellationToken))
        {
            if (await ByAsync(connection, time, mayRaiseFloor: false, cancellationToken) is { } answer)
                return answer;
        }

        await connections.CompleteSchemaAsync(cancellationToken);
        await using var again = await connections.OpenAsync(cancellationToken);
        return (await ByAsync(again, time, mayRaiseFloor: true, cancellationToken))!;
    }

    public static async Task<long> SettleAsync(StoreConnections connections, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        await using var command = new NpgsqlCommand("select public.negotiations_settle()", connection);
        var settled = (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return settled;
    }

    /// <summary>The answer, or null where it could still change and the floor may not be raised.</summary>
    private static async Task<RecordPosition?> ByAsync(
        NpgsqlConnection connection,
        Instant time,
        bool mayRaiseFloor,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        // A statement of its own, so that the next one sees what those who held the lock have committed.
        await ExecuteAsync(
            connection,
            $"select pg_advisory_xact_lock{(mayRaiseFloor ? "" : "_shared")}(public.negotiations_record_lock())",
            cancellationToken
        );
        var (answer, fixedAlready) = await ReadAsync(connection, time, cancellationToken);
        if (!fixedAlready)
        {
            if (!mayRaiseFloor)
                return null;
            await ExecuteAsync(connection, "select public.negotiations_raise_floor(@time)", cancellationToken, time);
        }

        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private static async Task<(RecordPosition Answer, bool FixedAlready)> ReadAsync(
        NpgsqlConnection connection,
        Instant time,
        CancellationToken cancellationToken
    )
    {
        var asked = ServerTime.Write(time);
        await using var command = new NpgsqlCommand(By, connection) { Parameters = { new("time", asked) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);

        // Rows to come are recorded no earlier than the last one and after the floor, even if the server's clock is set
        // back. At the very time of the last row another one may still come.
        var fixedAlready =
            asked <= reader.GetFieldValue<DateTime>(1)
            || (!reader.IsDBNull(2) && asked < reader.GetFieldValue<DateTime>(2));
        if (!fixedAlready && asked >= reader.GetFieldValue<DateTime>(0))
        {
            throw new UnsettledException(
                $"{time} lies in the future of the store's clock, which stands at {ServerTime.Read(reader, 0)}"
            );
        }

        var answer = reader.IsDBNull(3)
            ? new RecordPosition(0, null)
            : new RecordPosition(reader.GetInt64(3), ServerTime.Read(reader, 4));
        return (answer, fixedAlready);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        Instant? time = null
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (time is not null)
            command.Parameters.Add(new("time", ServerTime.Write(time.Value)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
