using Npgsql;

namespace Negotiations.Store;

/// <summary>Tables of the store that its schema has, and that are gone.</summary>
internal static class MissingTables
{
    // The version of the schema from which on each of them is there.
    private const string Sql = """
        select format('public.%s is gone', name)
          from (values ('mt_events', 1), ('mt_streams', 1), ('negotiations_record', 1), ('negotiations_clock', 1),
                       ('negotiations_exports', 2)
                union all select unnest(@facts), 8) kept (name, since)
         where to_regclass('public.' || name) is null and since <= @version
         order by 1
        """;

    /// <summary>Each in words; none where all are there.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var found = new List<string>();
        await using var marked = new NpgsqlCommand(
            "select to_regclass('public.negotiations_schema') is not null",
            connection
        );
        if (!(bool)(await marked.ExecuteScalarAsync(cancellationToken))!)
            return
            [
                .. await QueryAsync(connection, 1, cancellationToken),
                "public.negotiations_schema, the mark of the store, is gone",
            ];
        await using var asked = new NpgsqlCommand(
            "select coalesce(max(version), 0) from public.negotiations_schema",
            connection
        );
        var version = (int)(await asked.ExecuteScalarAsync(cancellationToken))!;
        if (version == 0)
            found.Add("public.negotiations_schema, the mark of the store, is empty");
        return [.. await QueryAsync(connection, Math.Max(version, 1), cancellationToken), .. found];
    }

    private static async Task<IReadOnlyList<string>> QueryAsync(
        NpgsqlConnection connection,
        int version,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new("version", version), new("facts", FactTables.All.ToArray()) },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }
}
