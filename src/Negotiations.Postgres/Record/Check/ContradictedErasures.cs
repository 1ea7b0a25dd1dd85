using Npgsql;

namespace Negotiations.Postgres;

/// <summary>Events of which an erasure is recorded, and that are whole.</summary>
/// <remarks>Whether the erasure was undone or never was cannot be seen: a salt that fits is the one that was recorded.</remarks>
internal static class ContradictedErasures
{
    private const string Sql = """
        select r.position, e.id, e.stream_id, e.version
          from public.mt_events x
          join public.mt_events e on e.stream_id = x.stream_id and e.id::text = x.data ->> 'event'
          join public.negotiations_record r on r.seq_id = e.seq_id
         where x.type = 'payload_erased' and sha256(r.salt || convert_to(e.data::text, 'UTF8')) = r.commitment
         group by 1, 2, 3, 4
         order by r.position
        """;

    /// <summary>The faults, by position.</summary>
    public static async IAsyncEnumerable<ChainFault> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new(reader.GetInt64(0), reader.GetGuid(1), "an erasure of it is recorded, and it is intact: either that erasure is forged, or what was erased was put back")
            {
                Kind = ChainFaultKind.ErasureContradicted,
                Stream = reader.GetString(2),
                Version = reader.GetInt64(3),
            };
        }
    }
}
