using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads the rows that the hash chain covers.</summary>
/// <remarks>
/// In portions by position, each found by indexes: neither side ever holds or sorts the whole record.
/// </remarks>
internal static class ChainRows
{
    private const int PortionSize = 500;

    private const string Event = """
        e.seq_id, e.id, e.stream_id, e.version, e.type, e.mt_dotnet_type, e.tenant_id, timestamptz_send(e.timestamp),
        e.is_archived, e.data::text, e.bdata is not null
        """;

    // Only a row without a salt asks for the erasure.
    private const string Portion = $"""
        select {Event}, r.position, r.seq_id, r.event_id, timestamptz_send(r.recorded_at), r.salt, r.commitment, r.link,
               r.salt is null and exists (
                 select from public.mt_events x join public.negotiations_record xr on xr.seq_id = x.seq_id
                  where x.stream_id = e.stream_id and x.type = 'payload_erased' and x.data ->> 'event' = e.id::text
                    and xr.position > r.position)
          from (select * from public.negotiations_record where position > @after order by position limit @size) r
          left join public.mt_events e on e.seq_id = r.seq_id
         order by r.position
        """;

    private const string Unrecorded = $"""
        select {Event} from public.mt_events e
         where not exists (select from public.negotiations_record r where r.seq_id = e.seq_id)
        """;

    // By what stands before and after it on the record: its stream has a gap in its versions just there.
    private const string Gap = """
        with near as (
          (select e.stream_id, e.version + (@position - r.position) as version
             from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
            where r.position < @position order by r.position desc limit 1)
          union
          (select e.stream_id, e.version - (r.position - @position)
             from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
            where r.position > @position order by r.position limit 1))
        select n.stream_id, n.version from near n join public.mt_streams s on s.id = n.stream_id
         where n.version between 1 and s.version
           and not exists (select from public.mt_events e where e.stream_id = n.stream_id and e.version = n.version)
         limit 2
        """;

    /// <summary>Stream and version that an event had which is gone; null where its neighbours do not tell.</summary>
    public static async Task<(string Stream, long Version)?> GapAsync(
        NpgsqlConnection connection,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Gap, connection) { Parameters = { new("position", position) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var found = (reader.GetString(0), reader.GetInt64(1));
        return await reader.ReadAsync(cancellationToken) ? null : found;
    }

    /// <summary>The next rows after a position; none at the end.</summary>
    public static async Task<IReadOnlyList<ChainRow>> AfterAsync(
        NpgsqlConnection connection,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Portion, connection)
        {
            Parameters = { new("after", position), new("size", PortionSize) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ChainRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new FilledRow(reader);
            rows.Add(
                new(
                    reader.GetInt64(11),
                    row.Get(12, "seq_id", 0L),
                    row.Get(13, "event_id", Guid.Empty),
                    row.Get(14, "recorded_at", FilledRow.NoTime),
                    reader.IsDBNull(15) ? null : reader.GetFieldValue<byte[]>(15),
                    row.Get<byte[]>(16, "commitment", []),
                    row.Get<byte[]>(17, "link", []),
                    reader.IsDBNull(0) ? null : Read(reader),
                    reader.GetBoolean(18)
                )
                {
                    Empty = row.Empty,
                }
            );
        }

        return rows;
    }

    /// <summary>Events without a row of the record, by number.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="after">The number after which they lie.</param>
    /// <param name="before">The number before which they lie.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static Task<IReadOnlyList<StoredEvent>> UnrecordedAsync(
        NpgsqlConnection connection,
        long after,
        long before,
        int most,
        CancellationToken cancellationToken
    ) =>
        EventsAsync(
            connection,
            $"{Unrecorded} and e.seq_id > @after and e.seq_id < @before order by e.seq_id limit @most",
            [new("after", after), new("before", before), new("most", most)],
            cancellationToken
        );

    /// <summary>Events whose number is empty, so that no row of the record is theirs.</summary>
    public static Task<IReadOnlyList<StoredEvent>> WithoutNumberAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    ) =>
        EventsAsync(
            connection,
            $"select {Event} from public.mt_events e where e.seq_id is null order by e.stream_id, "
                + "e.version limit @most",
            [new("most", PortionSize)],
            cancellationToken
        );

    /// <summary>The event with an identifier, whatever its number; null where there is none.</summary>
    public static async Task<StoredEvent?> WithIdAsync(
        NpgsqlConnection connection,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        (
            await EventsAsync(
                connection,
                $"select {Event} from public.mt_events e where e.id = @id limit 1",
                [new("id", id)],
                cancellationToken
            )
        ).FirstOrDefault();

    private static async Task<IReadOnlyList<StoredEvent>> EventsAsync(
        NpgsqlConnection connection,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken))
            events.Add(Read(reader));
        return events;
    }

    private static StoredEvent Read(NpgsqlDataReader reader)
    {
        var row = new FilledRow(reader);
        return new(
            row.Get(0, "seq_id", 0L),
            row.Get(1, "id", Guid.Empty),
            row.Get(2, "stream_id", ""),
            row.Get(3, "version", 0L),
            row.Get(4, "type", ""),
            reader.IsDBNull(5) ? null : reader.GetString(5),
            reader.IsDBNull(6) ? null : reader.GetString(6),
            row.Get(7, "timestamp", FilledRow.NoTime),
            reader.IsDBNull(8) ? null : reader.GetBoolean(8),
            row.Get(9, "data", ""),
            reader.GetBoolean(10)
        )
        {
            Empty = row.Empty,
        };
    }
}
