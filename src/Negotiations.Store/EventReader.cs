using Npgsql;

namespace Negotiations.Store;

/// <summary>Reads events.</summary>
internal static class EventReader
{
    // An erased event has no salt. What is said of its erasure is read with it, also where the erasure came after the
    // position that is asked about: what it said is in that answer neither.
    //
    // Marten puts tombstones where an append failed, and marks an archived stream by an event of its own.
    private const string Events = """
        select r.position, r.recorded_at, e.id, e.stream_id, e.version, e.type, e.data::text as data,
               e.bdata is not null as is_binary,
               x.recorded_at as erased_at, x.said
          from public.mt_events e join public.negotiations_record r on r.seq_id = e.seq_id
          left join lateral (
            select xr.recorded_at, xe.data::text as said
              from public.mt_events xe join public.negotiations_record xr on xr.seq_id = xe.seq_id
             where r.salt is null and xe.stream_id = e.stream_id and xe.type = 'payload_erased'
               and xe.data ->> 'event' = e.id::text
             order by xr.position limit 1) x on true
         where e.type not in ('tombstone', 'archived') and e.stream_id <> 'mt_tombstone'
        """;

    // One statement, so that version and events are of one moment; the version counts the events that are skipped too.
    private const string StreamSql = $"""
        select e.*, s.version
          from (select @stream::varchar as id) asked
          left join public.mt_streams s on s.id = asked.id
          left join ({Events}) e on e.stream_id = asked.id
         order by e.version
        """;

    // By way of the streams, which are few: no index on events serves a prefix under every collation.
    private const string NegotiationSql = $"""
        {Events}
           and r.position <= @position
           and e.stream_id in (select s.id from public.mt_streams s where s.id = @own or starts_with(s.id, @articles))
         order by r.position
        """;

    // One look-up by key after the other, whatever the planner believes of the tables: "offset 0" keeps it from joining
    // the positions with all that is recorded, and in their order nothing is left to sort.
    internal const string PositionsSql = $"""
        select e.*
          from (select distinct p as position from unnest(@positions::bigint[]) p order by p) asked
         cross join lateral ({Events} and r.position = asked.position offset 0) e
         where e.stream_id = @own or starts_with(e.stream_id, @articles)
         order by asked.position
        """;

    // Of few streams, each by its key.
    private const string StreamsSql = $"""
        select e.*
          from unnest(@streams::varchar[]) asked(stream)
         cross join lateral ({Events} and e.stream_id = asked.stream and r.position <= @position offset 0) e
         order by e.position
        """;

    // By way of the events themselves, so that a check sees those as well whose stream is not among the streams.
    private const string StreamNames = """
        select distinct stream_id collate "C" from public.mt_events
         where stream_id = @own or starts_with(stream_id, @articles) order by 1
        """;

    // By the record, where the identifier is a key.
    private const string StreamOfEvent = """
        select e.stream_id from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
         where r.event_id = @id and e.id = @id
        """;

    private const string Negotiations = """
        select substr(id, length(@prefix) + 1)
          from public.mt_streams where starts_with(id, @prefix) order by id collate "C"
        """;

    private const string Undefined = """
        select id
          from (select distinct split_part(s.id, '/', 2) collate "C" as id
                  from public.mt_streams s where starts_with(s.id, @prefix) or starts_with(s.id, @articles)) n
         where not exists (
                 select from public.mt_events e join public.mt_streams s on s.id = e.stream_id
                  where e.stream_id = @prefix || n.id and e.type = 'negotiation_defined')
         order by id
        """;

    public static async Task<RecordedStream> StreamAsync(
        StoreConnections connections,
        string stream,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(StreamSql, connection);
        command.Parameters.Add(new("stream", stream));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var version = 0L;
        var events = new List<RecordedEvent>();
        while (await reader.ReadAsync(cancellationToken))
        {
            version = reader.IsDBNull(10) ? 0 : reader.GetInt64(10);
            if (!reader.IsDBNull(0))
                events.Add(Read(reader));
        }

        return new(version, events);
    }

    public static async Task<IReadOnlyList<RecordedEvent>> NegotiationAsync(
        StoreConnections connections,
        string negotiation,
        long position,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await NegotiationAsync(connection, negotiation, position, cancellationToken);
    }

    /// <summary>The same, on a connection that is open.</summary>
    public static Task<IReadOnlyList<RecordedEvent>> NegotiationAsync(
        NpgsqlConnection connection,
        string negotiation,
        long position,
        CancellationToken cancellationToken
    ) =>
        EventsAsync(
            connection,
            NegotiationSql,
            [
                new("own", StreamName.ForNegotiation(negotiation)),
                new("articles", StreamName.PrefixForArticles(negotiation)),
                new("position", position),
            ],
            cancellationToken
        );

    /// <summary>The events of one negotiation at some positions, the first position first.</summary>
    /// <remarks>
    /// Each is found by its position, so the cost does not follow the size of the store. A position of another
    /// negotiation gives nothing.
    /// </remarks>
    public static async Task<IReadOnlyList<RecordedEvent>> AtPositionsAsync(
        StoreConnections connections,
        string negotiation,
        long[] positions,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        return await AtPositionsAsync(connection, negotiation, positions, cancellationToken);
    }

    /// <summary>The same, on a connection that is open.</summary>
    public static Task<IReadOnlyList<RecordedEvent>> AtPositionsAsync(
        NpgsqlConnection connection,
        string negotiation,
        long[] positions,
        CancellationToken cancellationToken
    ) =>
        EventsAsync(
            connection,
            PositionsSql,
            [
                new("own", StreamName.ForNegotiation(negotiation)),
                new("articles", StreamName.PrefixForArticles(negotiation)),
                new("positions", positions),
            ],
            cancellationToken
        );

    /// <summary>The events of streams up to a position, the first position first.</summary>
    public static Task<IReadOnlyList<RecordedEvent>> StreamsAsync(
        NpgsqlConnection connection,
        IEnumerable<string> streams,
        long position,
        CancellationToken cancellationToken
    ) =>
        EventsAsync(
            connection,
            StreamsSql,
            [new("streams", streams.ToArray()), new("position", position)],
            cancellationToken
        );

    public static Task<IReadOnlyList<string>> StreamNamesAsync(
        StoreConnections connections,
        string negotiation,
        CancellationToken cancellationToken
    ) =>
        TextsAsync(
            connections,
            StreamNames,
            [
                new("own", StreamName.ForNegotiation(negotiation)),
                new("articles", StreamName.PrefixForArticles(negotiation)),
            ],
            cancellationToken
        );

    public static async Task<string?> FindStreamAsync(
        StoreConnections connections,
        Guid id,
        CancellationToken cancellationToken
    ) => (await TextsAsync(connections, StreamOfEvent, [new("id", id)], cancellationToken)).FirstOrDefault();

    public static Task<IReadOnlyList<string>> UndefinedAsync(
        StoreConnections connections,
        CancellationToken cancellationToken
    ) =>
        TextsAsync(
            connections,
            Undefined,
            [new("prefix", StreamName.Negotiations), new("articles", StreamName.Articles)],
            cancellationToken
        );

    public static Task<IReadOnlyList<string>> NegotiationsAsync(
        StoreConnections connections,
        CancellationToken cancellationToken
    ) => TextsAsync(connections, Negotiations, [new("prefix", StreamName.Negotiations)], cancellationToken);

    private static async Task<IReadOnlyList<string>> TextsAsync(
        StoreConnections connections,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task<IReadOnlyList<RecordedEvent>> EventsAsync(
        NpgsqlConnection connection,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = new List<RecordedEvent>();
        while (await reader.ReadAsync(cancellationToken))
            events.Add(Read(reader));
        return events;
    }

    // The first columns, of which the tables let none be empty; whoever owns them can.
    private static readonly string[] Filled = ["position", "recorded_at", "id", "stream_id", "version", "type", "data"];

    private static RecordedEvent Read(NpgsqlDataReader row)
    {
        for (var column = 0; column < Filled.Length; column++)
        {
            if (!row.IsDBNull(column))
                continue;
            var place = row.IsDBNull(0) ? "without a position" : $"at position {row.GetInt64(0)}";
            throw new UnreadableEventException(
                $"an event {place} of the record has nothing in the column {Filled[column]}: restore it from a backup"
            );
        }

        var (id, stream, version) = (row.GetGuid(2), row.GetString(3), row.GetInt64(4));
        try
        {
            return new RecordedEvent(row.GetInt64(0), ServerTime.Read(row, 1), id, stream, version, ReadEvent(row))
            {
                Erasure = row.IsDBNull(8) ? null : new(ServerTime.Read(row, 8), ReadErasure(row)),
            };
        }
        catch (UnreadableEventException exception)
        {
            throw new UnreadableEventException(
                $"event {id} at position {row.GetInt64(0)} (version {version} of stream '{stream}'): "
                    + $"{exception.Message}"
            );
        }
    }

    private static DomainEvent ReadEvent(NpgsqlDataReader row) =>
        row.GetBoolean(7)
            ? throw new UnreadableEventException(
                "it has a binary payload (bdata), which this program does not read: write it again as JSON"
            )
            : EventJson.Read(row.GetString(5), row.GetFieldValue<byte[]>(6));

    private static PayloadErased ReadErasure(NpgsqlDataReader row) =>
        (PayloadErased)EventJson.Read("payload_erased", row.GetFieldValue<byte[]>(9));
}
