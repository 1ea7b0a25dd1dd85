using Npgsql;

namespace Negotiations.Store;

/// <summary>
/// Exports that go beyond the end of the record: what they had in them was removed, or they never were.
/// </summary>
internal static class ExportFaults
{
    private const string Sql = """
        select x.id, x.position, last.position
          from public.negotiations_exports x
         cross join (select coalesce(max(position), 0) as position from public.negotiations_record) last
         where x.position > last.position or x.position < 0
         order by x.id
        """;

    /// <summary>The faults, by number of the export.</summary>
    public static async IAsyncEnumerable<ChainFault> ReadAsync(NpgsqlConnection connection)
    {
        if (!await ExportLog.ExistsAsync(connection, CancellationToken.None))
            yield break;
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (id, position, last) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
            yield return new(
                position,
                null,
                $"export {id} was made up to this position, but the record ends at {last}: what stood "
                    + "after it was removed, or the list of exports was altered"
            )
            {
                Kind = ChainFaultKind.Removed,
            };
        }
    }
}
