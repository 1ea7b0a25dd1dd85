using Npgsql;

namespace Negotiations.Store;

/// <summary>Clears what was erased away from the server's files too.</summary>
internal static class PhysicalErasure
{
    // Transactions that are just ending need not be told of.
    private const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    // The rows as they were; then the statistics, which had samples of their values until "analyze" took new ones.
    // What negotiations_forget deletes is there only where it is kept.
    private const string Kept = $"""
        select c.oid::regclass::text from pg_class c where {Cleared}
        """;

    private const string Cleared = $"""
        c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          and (c.relname in ('mt_events', 'negotiations_record', 'mt_doc_article_stream')
               or starts_with(c.relname::text, '{FactTables.Prefix}'))
        """;

    // "Freeze" removes every row version that no snapshot sees any more, and then raises relfrozenxid of the table to
    // the oldest transaction of which it still has one. So with relfrozenxid > @now no row is left that was replaced
    // before @now.
    private const string Tables = $"""
        select c.oid::regclass::text
          from pg_class c left join pg_class t on t.oid = c.reltoastrelid
         where (c.oid = 'pg_catalog.pg_statistic'::regclass or ({Cleared}))
           and (age(c.relfrozenxid) >= age(@now::xid) or age(t.relfrozenxid) >= age(@now::xid)
                or {FactStatistics.AreStale})
         order by 1
        """;

    private const string Holders = """
        select format('the process %s (%s) with a transaction of %s',
                      pid, coalesce(nullif(application_name, ''), 'no name'), xact_start)
          from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and age(backend_xmin) >= age(@now::xid)
        union all
        select format('the prepared transaction %s', gid) from pg_prepared_xacts where database = current_database()
        union all
        select format('the replication slot %s', slot_name) from pg_replication_slots
         where age(xmin) >= age(@now::xid) or age(catalog_xmin) >= age(@now::xid)
        """;

    /// <summary>Clears it away, and says what may be left.</summary>
    public static async Task<ErasureRemains> ClearAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        var now = await NowAsync(connection, cancellationToken);
        var kept = await TextsAsync(connection, Kept, now, cancellationToken);
        string[] clearings =
        [
            FactStatistics.Drop,
            $"vacuum (freeze, analyze) {string.Join(", ", kept)}",
            "vacuum (freeze) pg_catalog.pg_statistic",
        ];
        for (var attempt = 1; ; attempt++)
        {
            foreach (var clearing in clearings)
            {
                await using var command = new NpgsqlCommand(clearing, connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            var tables = await TextsAsync(connection, Tables, now, cancellationToken);
            if (tables.Count == 0)
                return new([], []);
            if (attempt == Attempts)
                return new(tables, await TextsAsync(connection, Holders, now, cancellationToken));
            await Task.Delay(Pause, cancellationToken);
        }
    }

    // A number of its own, which is greater than that of every erasure so far.
    private static async Task<string> NowAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_current_xact_id()::xid::text", connection);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(
        NpgsqlConnection connection,
        string sql,
        string now,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new("now", now) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }
}
