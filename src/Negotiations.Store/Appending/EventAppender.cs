using Marten;
using Marten.Exceptions;
using Marten.Services;
using Npgsql;

namespace Negotiations.Store;

/// <summary>Appends events to a stream through a session of Marten's.</summary>
internal static class EventAppender
{
    // Where somebody else has appended in between, Marten says so; that comes first.
    private const string Present = """
        select e.id from public.mt_streams s join public.mt_events e on e.stream_id = s.id
         where s.id = @stream and s.version = @expected and e.id = any (@ids) order by e.version
        """;

    /// <summary>Appends events, all or none.</summary>
    /// <exception cref="ConcurrencyException">The stream has another version, or more was recorded of the
    /// basis.</exception>
    /// <exception cref="DuplicateEventException">One of the events is in the store already, or given twice.</exception>
    /// <exception cref="UnreadableEventException">One of the events was recorded before, and deleted since.</exception>
    public static async Task AppendAsync(
        StoreConnections connections,
        IDocumentStore documents,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary? basis,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0)
            return;
        if (events.DistinctBy(added => added.Id).Count() < events.Count)
            throw new DuplicateEventException(stream, []);
        // A connection of ours: it has the role of the program, and looks for names in no schema of others.
        await using var connection = await connections.OpenAsync(cancellationToken);
        if (expectedVersion > 0)
            await RefusePresentAsync(connection, stream, expectedVersion, events, cancellationToken);
        if (basis is not null)
            await ConsistencyCheck.RefuseAsync(connection, stream, basis, cancellationToken);
        await using var session = documents.LightweightSession(SessionOptions.ForConnection(connection));
        Add(session, stream, expectedVersion, events, basis);
        try
        {
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception exception)
            when (exception is not ConcurrencyException && AppendFailure.IsConcurrency(exception))
        {
            throw new ConcurrencyException(stream, expectedVersion);
        }
        catch (Exception exception) when (AppendFailure.IsDuplicate(exception))
        {
            // What was asked for may be the only connection that there is.
            await connection.DisposeAsync();
            throw await DuplicateEventCheck.FailureAsync(connections, stream, events, cancellationToken);
        }
        catch (InvalidStreamOperationException)
        {
            throw new RefusedException(
                $"nothing was appended to stream '{stream}': it was archived, and Marten appends to no "
                    + "archived stream. "
                    + "Take it out of the archive (Marten's UnArchiveStream), and run the same command again"
            );
        }
        catch (Exception exception) when (AppendFailure.FindServerFailure(exception) is { } failure)
        {
            throw failure;
        }
    }

    // An event without a position is not yet in the record, which would notice it too late.
    private static async Task RefusePresentAsync(
        NpgsqlConnection connection,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Present, connection)
        {
            Parameters =
            {
                new("stream", stream),
                new("expected", expectedVersion),
                new("ids", events.Select(added => added.Id).ToArray()),
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var present = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            present.Add(reader.GetGuid(0));
        if (present.Count > 0)
            throw new DuplicateEventException(stream, present);
    }

    /// <summary>Adds events to what a session saves.</summary>
    public static void Add(
        IDocumentSession session,
        string stream,
        long expectedVersion,
        IReadOnlyList<NewEvent> events,
        ConsistencyBoundary? basis
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        if (events.Count == 0)
            return;
        session.Events.Append(
            stream,
            expectedVersion + events.Count,
            events.Select(added =>
            {
                var wrapped = session.Events.BuildEvent(added.Event);
                wrapped.Id = added.Id;
                return (object)wrapped;
            })
        );
        if (basis is null)
            return;
        ((ITransactionParticipantRegistrar)session).AddTransactionParticipant(new ConsistencyCheck(stream, basis));
    }
}
