using Npgsql;

namespace Negotiations.Store;

/// <summary>What others have put where the store would go.</summary>
internal static class OtherObjects
{
    private const int Most = 3;

    // What an extension brings along says nothing about whose database it is.
    private const string Sql = """
        with named (class, oid, name) as (
          select 'pg_class'::regclass, oid, relname from pg_class
           where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
          union all
          select 'pg_proc'::regclass, oid, proname from pg_proc where pronamespace = 'public'::regnamespace)
        select name from named n
         where not exists (select from pg_depend d where d.classid = n.class and d.objid = n.oid and d.deptype = 'e')
         order by class, name collate "C" limit @most
        """;

    /// <summary>Names of some of them; none where the database is free.</summary>
    public static async Task<IReadOnlyList<string>> SomeAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new("most", Most) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0));
        return names;
    }
}
