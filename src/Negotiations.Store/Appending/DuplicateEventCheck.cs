using Npgsql;

namespace Negotiations.Store;

/// <summary>Finds events to append that are recorded already.</summary>
internal static class DuplicateEventCheck
{
    private const string Sql = """
        select r.event_id, r.position, e.seq_id is null
          from public.negotiations_record r left join public.mt_events e on e.seq_id = r.seq_id
         where r.event_id = any (@ids) order by r.position
        """;

    /// <summary>What is wrong: one of them was deleted since, or they are there.</summary>
    public static async Task<Exception> FailureAsync(
        StoreConnections connections,
        string stream,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken
    )
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new("ids", events.Select(item => item.Id).ToArray()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var present = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetGuid(0);
            if (reader.GetBoolean(2))
                return Deleted(stream, events.First(item => item.Id == id), reader.GetInt64(1));
            present.Add(id);
        }

        return new DuplicateEventException(stream, present);
    }

    /// <summary>Refuses events that the record has already, for a host whose engine would notice it too late.</summary>
    /// <exception cref="DuplicateEventException">One of them is there, or given twice.</exception>
    /// <exception cref="UnreadableEventException">One of them was deleted since.</exception>
    public static async Task RefuseAsync(
        StoreConnections connections,
        string stream,
        IReadOnlyList<NewEvent> events,
        CancellationToken cancellationToken
    )
    {
        if (events.DistinctBy(item => item.Id).Count() < events.Count)
            throw new DuplicateEventException(stream, []);
        if (
            await FailureAsync(connections, stream, events, cancellationToken)
            is not DuplicateEventException { Events.Count: 0 }
                and var failure
        )
            throw failure;
    }

    private static UnreadableEventException Deleted(string stream, NewEvent lost, long position)
    {
        var name = lost.Event switch
        {
            Report report => $"report '{report.Id}' of version '{report.Version}' of article '{report.Article}'",
            ArticleVersionPublished version => $"version '{version.Version}' of article '{version.Article}'",
            _ => $"of stream '{stream}'",
        };
        return new(
            $"event {lost.Id} ({name}) stands at position {position} of the record, but was deleted "
                + "from mt_events: restore it from a backup"
        );
    }
}
