using System.Data;
using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Appends events to a stream.</summary>
internal static class Appending
{
    // A command carries at most this many events, so that a large append needs no large message.
    private const int EventsPerCommand = 5000;

    private const string StartStream = """
        insert into public.mt_streams (id, version, timestamp, created)
        values (@stream, @version, now(), now())
        on conflict (id) do nothing
        """;

    // A writer under way on the same stream is waited for; the condition is then checked against what it left.
    private const string ContinueStream = """
        update public.mt_streams set version = @version, timestamp = now() where id = @stream and version = @expected
        """;

    private const string InsertEvents = """
        insert into public.mt_events
               (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('public.mt_events_sequence'), e.id, @stream, @before + e.ordinal, e.data::jsonb, e.type, now(),
               '*DEFAULT*', e.clr_name, false
          from unnest(@ids, @data, @types, @clr_names) with ordinality as e (id, data, type, clr_name, ordinal)
         order by e.ordinal
        """;

    // Whoever commits gives positions under this lock, also plain Marten and psql: none can come in from here to the commit.
    private const string StopTheClock = "select pg_advisory_xact_lock(public.negotiations_record_lock())";

    private const string IsOvertaken = """
        select exists (
          select from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
           where r.position > @position and (e.stream_id = @own or (@of_articles and starts_with(e.stream_id, @articles))))
        """;

    public static async Task AppendAsync(
        StoreConnections connections,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        DecisionBasis? basis,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0) return;

        try
        {
            await TryAppendAsync(connections, stream, expectedVersion, events, basis, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw exception.ConstraintName switch
            {
                "pk_mt_events_stream_and_version" => new ConcurrencyException(stream, expectedVersion),
                "negotiations_record_event_id_key" =>
                    await RecordedBefore.FailureAsync(connections, stream, events, cancellationToken),
                _ => exception,
            };
        }
    }

    private static async Task TryAppendAsync(
        StoreConnections connections,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        DecisionBasis? basis,
        CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        // Read committed whatever the server's default is: the record clock reads what others have just committed.
        await using var transaction =
            await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await MoveStreamAsync(connection, stream, expectedVersion, events.Count, cancellationToken);
        if (expectedVersion > 0) await RefusePresentAsync(connection, stream, events, cancellationToken);
        var before = expectedVersion;
        foreach (var chunk in events.Chunk(EventsPerCommand))
        {
            await InsertAsync(connection, stream, before, chunk, cancellationToken);
            before += chunk.Length;
        }

        // Last, since whoever holds the lock waits for no stream: so nobody waits for each other.
        if (basis is not null) await RefuseOvertakenAsync(connection, stream, basis, cancellationToken);
        // Positions are given within the commit, so the lock of the record clock waits for this program no longer than that.
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Stops the clock to the end of the transaction, and refuses what was decided on less than is recorded now.</summary>
    /// <exception cref="ConcurrencyException">More was recorded of the basis.</exception>
    public static async Task RefuseOvertakenAsync(
        NpgsqlConnection connection, string stream, DecisionBasis basis, CancellationToken cancellationToken)
    {
        // Two statements, so that the second sees what those who held the lock have committed.
        await using (var stop = new NpgsqlCommand(StopTheClock, connection)) await stop.ExecuteNonQueryAsync(cancellationToken);
        await using var command = new NpgsqlCommand(IsOvertaken, connection)
        {
            Parameters =
            {
                new("position", basis.Position),
                new("own", StreamName.OfNegotiation(basis.Negotiation)),
                new("of_articles", basis.Articles),
                new("articles", StreamName.ArticlesOf(basis.Negotiation)),
            },
        };
        if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!) throw new ConcurrencyException(stream, basis);
    }

    // An event without a position is not yet in the record, which would notice it too late.
    private static async Task RefusePresentAsync(
        NpgsqlConnection connection, string stream, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "select id from public.mt_events where stream_id = @stream and id = any (@ids) order by version", connection)
        {
            Parameters = { new("stream", stream), new("ids", events.Select(item => item.Id).ToArray()) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var present = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken)) present.Add(reader.GetGuid(0));
        if (present.Count > 0) throw new DuplicateEventException(stream, present);
    }

    private static async Task MoveStreamAsync(
        NpgsqlConnection connection, string stream, long expected, int count, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(expected == 0 ? StartStream : ContinueStream, connection)
        {
            Parameters = { new("stream", stream), new("version", expected + count) },
        };
        if (expected > 0) command.Parameters.Add(new("expected", expected));
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0) throw new ConcurrencyException(stream, expected);
    }

    private static async Task InsertAsync(
        NpgsqlConnection connection, string stream, long before, NewEvent[] events, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(InsertEvents, connection)
        {
            Parameters =
            {
                new("stream", stream),
                new("before", before),
                new("ids", Array.ConvertAll(events, item => item.Id)),
                new("data", Array.ConvertAll(events, item => EventJson.Write(item.Event))),
                new("types", Array.ConvertAll(events, item => EventTypes.NameOf(item.Event.GetType()))),
                new("clr_names", Array.ConvertAll(events, item => EventTypes.ClrNameOf(item.Event.GetType()))),
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
