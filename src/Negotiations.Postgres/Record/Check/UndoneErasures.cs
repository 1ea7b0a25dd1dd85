using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Events that were erased, and that say again what they said.</summary>
internal static class UndoneErasures
{
    private const string Sql = """
        select r.position, e.id, e.stream_id, e.version
          from public.mt_events x
          join public.mt_events e on e.stream_id = x.stream_id and e.id::text = x.data ->> 'event'
          join public.negotiations_record r on r.seq_id = e.seq_id
         where x.type = 'payload_erased' and r.salt is not null
         order by r.position
        """;

    /// <summary>The faults, by position.</summary>
    public static async IAsyncEnumerable<ChainFault> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new(reader.GetInt64(0), reader.GetGuid(1), "it was erased, and what it said is back: erase it again")
            {
                Kind = ChainFaultKind.ErasureUndone,
                Stream = reader.GetString(2),
                Version = reader.GetInt64(3),
            };
        }
    }
}
