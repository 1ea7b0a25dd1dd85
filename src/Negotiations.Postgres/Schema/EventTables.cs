using Npgsql;

namespace Negotiations.Postgres;

/// <summary>The tables of events, which have the layout of Marten 9: made here, or by Marten.</summary>
internal static class EventTables
{
    private static readonly string Layout = StoreSchema.Sql("layout.sql");

    // Marten freezes into the default of a timestamp when it made the table; every writer gives the value.
    private const string Description = """
        select regexp_replace(line, '(ON|REFERENCES) (public|pg_temp)\.', '\1 ', 'g') as line from pg_namespace n,
          lateral (
            select format('column %s.%s: %s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                     case when a.attnotnull then ' not null' else '' end,
                     case when (c.relname, a.attname) <> ('mt_events', 'timestamp') then ' default ' || pg_get_expr(d.adbin, d.adrelid) end)
              from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
             where c.relnamespace = n.oid and c.relkind = 'r' and c.relname = any (@tables) and a.attnum > 0 and not a.attisdropped
            union all
            select format('constraint %s: %s', k.conname, pg_get_constraintdef(k.oid))
              from pg_constraint k join pg_class c on c.oid = k.conrelid
             where c.relnamespace = n.oid and c.relname = any (@tables) and k.contype <> 't'
            union all
            select format('index %s: %s', i.relname, pg_get_indexdef(i.oid))
              from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
             where c.relnamespace = n.oid and c.relname = any (@tables)
            union all
            select format('sequence %s: owned by %s.%s', s.relname, c.relname, a.attname)
              from pg_class s join pg_depend d on d.objid = s.oid and d.deptype = 'a' join pg_class c on c.oid = d.refobjid
              join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
             where s.relnamespace = n.oid and s.relkind = 'S' and c.relname = any (@tables)) described (line)
         where n.oid = case when @temporary then pg_my_temp_schema() else 'public'::regnamespace end
        """;

    private static readonly string[] Tables = ["mt_streams", "mt_events", "mt_event_progression"];

    /// <summary>Makes the tables, or sees to it that those which are there have exactly the layout.</summary>
    /// <exception cref="UnsuitableLayoutException">They have another one.</exception>
    public static async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await DescribeAsync(connection, temporary: false, cancellationToken);
        if (found.Count == 0)
        {
            await ExecuteAsync(connection, Layout, cancellationToken);
            return;
        }

        // Marten leaves this open, and its migration does not look at it.
        if (found.Contains("column mt_events.stream_id: character varying"))
        {
            await ExecuteAsync(connection, "alter table public.mt_events alter column stream_id set not null", cancellationToken);
            found = await DescribeAsync(connection, temporary: false, cancellationToken);
        }

        // The layout stands in one place: a temporary copy of it is what the tables are compared with.
        await ExecuteAsync(connection, Layout.Replace("public.", "pg_temp.", StringComparison.Ordinal), cancellationToken);
        var expected = await DescribeAsync(connection, temporary: true, cancellationToken);
        await ExecuteAsync(connection, "drop table pg_temp.mt_events, pg_temp.mt_streams, pg_temp.mt_event_progression", cancellationToken);
        if (!found.SetEquals(expected)) throw new UnsuitableLayoutException(connection.Database, Without(expected, found), Without(found, expected));
    }

    private static IReadOnlyList<string> Without(HashSet<string> lines, HashSet<string> others) => [.. lines.Except(others).Order(StringComparer.Ordinal)];

    private static async Task<HashSet<string>> DescribeAsync(NpgsqlConnection connection, bool temporary, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Description, connection) { Parameters = { new("tables", Tables), new("temporary", temporary) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) lines.Add(reader.GetString(0));
        return lines;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
