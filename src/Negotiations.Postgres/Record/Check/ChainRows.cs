using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Reads the rows that the hash chain covers.</summary>
/// <remarks>In portions by position, each found by indexes: neither side ever holds or sorts the whole record.</remarks>
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

    /// <summary>The next rows after a position; none at the end.</summary>
    public static async Task<IReadOnlyList<ChainRow>> AfterAsync(NpgsqlConnection connection, long position, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Portion, connection) { Parameters = { new("after", position), new("size", PortionSize) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<ChainRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(
                reader.GetInt64(11), reader.GetInt64(12), reader.GetGuid(13), reader.GetFieldValue<byte[]>(14),
                reader.IsDBNull(15) ? null : reader.GetFieldValue<byte[]>(15), reader.GetFieldValue<byte[]>(16), reader.GetFieldValue<byte[]>(17),
                reader.IsDBNull(0) ? null : Read(reader), reader.GetBoolean(18)));
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
        NpgsqlConnection connection, long after, long before, int most, CancellationToken cancellationToken) =>
        EventsAsync(
            connection,
            $"{Unrecorded} and e.seq_id > @after and e.seq_id < @before order by e.seq_id limit @most",
            [new("after", after), new("before", before), new("most", most)],
            cancellationToken);

    /// <summary>The event with an identifier, whatever its number; null where there is none.</summary>
    public static async Task<StoredEvent?> WithIdAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellationToken) =>
        (await EventsAsync(connection, $"select {Event} from public.mt_events e where e.id = @id limit 1", [new("id", id)], cancellationToken))
            .FirstOrDefault();

    private static async Task<IReadOnlyList<StoredEvent>> EventsAsync(
        NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<StoredEvent>();
        while (await reader.ReadAsync(cancellationToken)) events.Add(Read(reader));
        return events;
    }

    private static StoredEvent Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetString(4),
            row.IsDBNull(5) ? null : row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6), row.GetFieldValue<byte[]>(7),
            row.IsDBNull(8) ? null : row.GetBoolean(8), row.GetString(9), row.GetBoolean(10));
}
