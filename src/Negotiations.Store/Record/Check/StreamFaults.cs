using Npgsql;

namespace Negotiations.Store;

/// <summary>Streams whose row does not fit their events: what was taken from the end of a stream shows there.</summary>
internal static class StreamFaults
{
    private const string Sql = """
        select coalesce(s.id, e.stream_id), s.id is not null, coalesce(s.version, 0),
               coalesce(e.first, 0), coalesce(e.last, 0), coalesce(e.number, 0),
               coalesce(s.is_archived, false), coalesce(e.is_archived, false),
               s.tenant_id is distinct from e.tenant_id or e.has_tenants
          from public.mt_streams s
          full join (select stream_id, count(*) as number, min(version) as first, max(version) as last,
                            bool_or(is_archived) as is_archived, min(tenant_id) as tenant_id,
                            count(distinct tenant_id) > 1 as has_tenants
                       from public.mt_events group by stream_id) e on e.stream_id = s.id
         where coalesce(s.id, e.stream_id) <> 'mt_tombstone'
           and (s.id is null or coalesce(s.version, 0) <> coalesce(e.last, 0) or e.first <> 1 or e.number <> e.last
                or e.number is null or coalesce(s.is_archived, false) <> coalesce(e.is_archived, false)
                or s.tenant_id is distinct from e.tenant_id or e.has_tenants)
         order by 1
        """;

    /// <summary>The faults, by name of the stream.</summary>
    public static async IAsyncEnumerable<ChainFault> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var stream = reader.GetString(0);
            var (version, first, last, number) = (
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.GetInt64(4),
                reader.GetInt64(5)
            );
            if (!reader.GetBoolean(1))
                yield return CreateFault(
                    stream,
                    null,
                    ChainFaultKind.StreamAltered,
                    "the row of the stream is gone from mt_streams"
                );
            else if (version > last)
                yield return CreateFault(
                    stream,
                    last + 1,
                    ChainFaultKind.Removed,
                    $"the stream has version {version}, but its last event is {last}: what stood after it was removed"
                );
            else if (version < last)
                yield return CreateFault(
                    stream,
                    last,
                    ChainFaultKind.StreamAltered,
                    $"the stream has version {version}, but events up to {last}"
                );
            else if (number == 0)
                yield return CreateFault(
                    stream,
                    null,
                    ChainFaultKind.StreamAltered,
                    "the stream has a row in mt_streams, and no events"
                );
            else
            {
                var (isArchived, hasArchivedEvents) = (reader.GetBoolean(6), reader.GetBoolean(7));
                if (isArchived != hasArchivedEvents)
                    yield return CreateFault(
                        stream,
                        null,
                        ChainFaultKind.StreamAltered,
                        isArchived
                            ? "the stream is archived, and its events are not"
                            : "the stream is not archived, and events of it are"
                    );
                if (reader.GetBoolean(8))
                    yield return CreateFault(
                        stream,
                        null,
                        ChainFaultKind.StreamAltered,
                        "the stream has another tenant than its events"
                    );
            }

            if (number > 0 && (first > 1 || number < last - first + 1))
                yield return CreateFault(
                    stream,
                    null,
                    ChainFaultKind.Removed,
                    $"of its versions 1 to {last} there are only {number}: others were removed"
                );
            else if (first < 1 && number > 0)
                yield return CreateFault(
                    stream,
                    first,
                    ChainFaultKind.Changed,
                    $"version {first} is none: versions begin at 1"
                );
        }
    }

    private static ChainFault CreateFault(string stream, long? version, ChainFaultKind kind, string problem) =>
        new(null, null, problem)
        {
            Stream = stream,
            Version = version,
            Kind = kind,
        };
}
