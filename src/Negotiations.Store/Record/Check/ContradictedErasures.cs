using Npgsql;

namespace Negotiations.Store;

/// <summary>Events of which an erasure is recorded, and that are whole.</summary>
/// <remarks>
/// Whether the erasure was undone or never was cannot be seen: a salt that fits is the one that was recorded.
/// </remarks>
internal static class ContradictedErasures
{
    // Materialized, so that only what an erasure names is hashed again.
    private const string Sql = """
        with named as materialized (
          select distinct r.position, e.id, e.stream_id, e.version, e.data, r.salt, r.commitment
            from public.mt_events x
            join public.mt_events e on e.stream_id = x.stream_id and e.id::text = x.data ->> 'event'
            join public.negotiations_record r on r.seq_id = e.seq_id
           where x.type = 'payload_erased' and r.salt is not null)
        select position, id, stream_id, version from named
         where sha256(salt || convert_to(data::text, 'UTF8')) = commitment
         order by position
        """;

    /// <summary>The faults, by position.</summary>
    public static async IAsyncEnumerable<ChainFault> ReadAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            yield return new(
                reader.IsDBNull(0) ? null : reader.GetInt64(0),
                reader.GetGuid(1),
                "an erasure of it is recorded, and it is intact: either that erasure is forged, or "
                    + "what was erased was put back"
            )
            {
                Kind = ChainFaultKind.ErasureContradicted,
                Stream = reader.GetString(2),
                Version = reader.IsDBNull(3) ? null : reader.GetInt64(3),
            };
        }
    }
}
