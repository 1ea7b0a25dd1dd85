using Npgsql;

namespace Negotiations.Store;

/// <summary>Keeps the facts of negotiations ready: brings what is kept up to what is recorded.</summary>
/// <remarks>
/// It goes on in steps of some events, each in a transaction of its own: whoever interrupts it loses one step, and the
/// next
/// who needs the facts goes on from there. Several may do it at once; one of them works.
/// </remarks>
internal sealed class FactKeeping(StoreConnections connections)
{
    // What a transaction takes in: enough that what it has to read serves many events, and not much to lose.
    private const int EventsAtOnce = 500;

    // A position is new to few events, or to a history: that is read as a whole.
    private const int FewEvents = 5_000;

    // Whoever erases waits until this is done, and then deletes it; or this begins after the erasure.
    private const string Lock = """
        select pg_advisory_xact_lock_shared(public.negotiations_derived_lock()),
               pg_advisory_xact_lock(hashtextextended('negotiations_fact_builds/' || @negotiation, 0))
        """;

    private const string Settled = "select coalesce(max(position), 0) from public.negotiations_record";

    private const string PendingOfFew = """
        with since as materialized (
          select r.position, r.seq_id from public.negotiations_record r where r.position > @after)
        select s.position from since s join public.mt_events e on e.seq_id = s.seq_id
         where e.stream_id = @own or starts_with(e.stream_id, @articles)
         order by s.position
        """;

    private const string PendingOfMany = """
        select r.position from public.negotiations_record r join public.mt_events e on e.seq_id = r.seq_id
         where r.position > @after and (e.stream_id = @own or starts_with(e.stream_id, @articles))
         order by r.position
        """;

    /// <summary>Takes in what is recorded of a negotiation and not yet kept.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="progress">Told how many events are done, and of how many, when it takes long.</param>
    /// <param name="cancellationToken">Stops it; what is done stays.</param>
    public async Task CatchUpAsync(
        string negotiation,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        // What is left to do, while nobody else does it.
        var (after, left) = (-1L, new Queue<long>());
        var (done, isFinished) = (0, false);
        while (!isFinished)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, Lock, [new("negotiation", negotiation)], cancellationToken);
            var build = await FactBuild.FindOrBeginAsync(connection, negotiation, cancellationToken);
            var settled = build.Position;
            var isReadAnew = build.Position != after || left.Count == 0;
            if (isReadAnew)
                (settled, left) = await ReadPendingAsync(connection, negotiation, build, cancellationToken);
            var positions = new List<long>();
            while (positions.Count < EventsAtOnce && left.TryDequeue(out var position))
                positions.Add(position);
            isFinished = isReadAnew && left.Count == 0;
            if (positions.Count > 0)
            {
                var events = await EventReader.AtPositionsAsync(
                    connection,
                    negotiation,
                    [.. positions],
                    cancellationToken
                );
                var part = new FactPart(connection, build.Id, negotiation, build.Position);
                var keeper = new FactKeeper(await part.ReadAsync(events, cancellationToken));
                var steps = events.Select(keeper.Take).ToList();
                await new FactWriter(connection, build.Id).WriteAsync(steps, cancellationToken);
            }

            var reached = isFinished ? settled : positions[^1];
            if (reached > build.Position)
                await ExecuteAsync(
                    connection,
                    "update public.negotiations_fact_builds set position = @position where id = @id",
                    [new("position", reached), new("id", build.Id)],
                    cancellationToken
                );
            if (isFinished && !build.IsReady)
                await build.MakeReadyAsync(connection, negotiation, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            (after, done) = (reached, done + positions.Count);
            progress?.Report(new(negotiation, done, done + left.Count));
        }
    }

    private static async Task<(long Settled, Queue<long> Pending)> ReadPendingAsync(
        NpgsqlConnection connection,
        string negotiation,
        FactBuild build,
        CancellationToken cancellationToken
    )
    {
        await using var last = new NpgsqlCommand(Settled, connection);
        var settled = (long)(await last.ExecuteScalarAsync(cancellationToken))!;
        await using var command = new NpgsqlCommand(
            settled - build.Position > FewEvents ? PendingOfMany : PendingOfFew,
            connection
        )
        {
            Parameters =
            {
                new("after", build.Position),
                new("own", StreamName.ForNegotiation(negotiation)),
                new("articles", StreamName.PrefixForArticles(negotiation)),
            },
        };
        var pending = new Queue<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // What was recorded since the end was read comes the next time.
            if (reader.GetInt64(0) <= settled)
                pending.Enqueue(reader.GetInt64(0));
        }

        return (settled, pending);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        NpgsqlParameter[] parameters,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>How far the facts of a negotiation have been made ready.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Done">The number of events that are done.</param>
/// <param name="Events">The number of events that there are to do.</param>
public sealed record FactProgress(string Negotiation, int Done, int Events);
