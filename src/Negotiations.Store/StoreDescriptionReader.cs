using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads what a store is and holds.</summary>
internal static class StoreDescriptionReader
{
    // The mark of an older store has no column for the version of Marten.
    private const string Whole = """
        select current_setting('server_version'), pg_database_size(current_database()), s.version,
               to_jsonb(s) ->> 'marten', l.position, l.recorded_at, l.link
          from (select * from public.negotiations_schema order by version desc limit 1) s
          left join (select position, recorded_at, link
                       from public.negotiations_record order by position desc limit 1) l on true
        """;

    // A stream is negotiation/ID, or article/ID/ARTICLE.
    private const string Negotiations = """
        select split_part(e.stream_id, '/', 2) collate "C" as id,
               count(distinct e.stream_id) filter (where starts_with(e.stream_id, 'article/'))::int,
               count(*)::int, max(r.position)
          from public.mt_events e join public.negotiations_record r on r.seq_id = e.seq_id
         where split_part(e.stream_id, '/', 1) in ('negotiation', 'article')
         group by 1 order by 1
        """;

    public static async Task<StoreDescription> ReadAsync(
        string where,
        StoreConnections connections,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        var negotiations = new List<StoredNegotiation>();
        await using (var listed = new NpgsqlCommand(Negotiations, connection))
        await using (var row = await listed.ExecuteReaderAsync(cancellationToken))
        {
            while (await row.ReadAsync(cancellationToken))
                negotiations.Add(new(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt64(3)));
        }

        await using var whole = new NpgsqlCommand(Whole, connection);
        await using var reader = await whole.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var last = reader.IsDBNull(4)
            ? new RecordPosition(0, null)
            : new(reader.GetInt64(4), ServerTime.Read(reader, 5));
        return new(
            where,
            reader.GetString(0),
            reader.GetInt32(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.GetInt64(1),
            last,
            reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6),
            negotiations
        );
    }
}
