using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class Migrations : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task On_an_empty_database_Marten_makes_the_tables_of_events_and_the_record_clock_stands_beside_them()
    {
        await using var host = await MartenHost.MigrateAsync(database);

        Assert.Equal("", (await MigrationAsync(host)).Trim());
        Assert.Equal(0, (await (await host.OpenStoreAsync()).ReadPositionAsync()).Position);
        Assert.True((await (await database.OpenStoreAsync()).ReadProtectionAsync()).IsEnforced);
    }

    [Fact]
    public async Task A_migration_may_be_run_again()
    {
        await using var host = await MartenHost.MigrateAsync(database);
        await using var owner = MartenHost.ForOwner(database);
        await owner.MigrateAsync();
        Assert.Equal("", (await MigrationAsync(host)).Trim());
    }

    [Fact]
    public async Task A_writer_under_way_commits_before_a_store_is_brought_up_to_date()
    {
        await database.OpenStoreAsync();
        await database.ExecuteAsync("update negotiations_schema set version = 6");
        await using var writer = await PlainWriter.BeginAsync(database.DataSource);
        await writer.InsertAsync(Sample.Stream);

        var migration = MartenEventStore.OpenAsync(database.DataSource);
        await Task.WhenAny(migration, Task.Delay(TimeSpan.FromSeconds(1)));
        await writer.ExecuteAsync("commit");
        var store = await migration;

        Assert.Equal(
            StoreMigration.Version,
            await database.QueryAsync<int>("select max(version) from negotiations_schema")
        );
        Assert.Equal(1, (await store.ReadPositionAsync()).Position);
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        await database.ExecuteAsync("create table invoices (id bigint)");

        await Assert.ThrowsAsync<ForeignDatabaseException>(() => MartenHost.MigrateAsync(database));

        Assert.Equal(
            1,
            await database.QueryAsync<long>("select count(*) from pg_class where relnamespace = 'public'::regnamespace")
        );
    }

    [Fact]
    public async Task A_host_that_runs_can_neither_change_what_is_recorded_nor_migrate_nor_erase()
    {
        await using var host = await MartenHost.MigrateAsync(database);
        var store = await host.OpenStoreAsync();
        var proposal = Sample.Proposal();
        await store.AppendAsync(Sample.Stream, 0, [proposal]);

        Assert.True((await store.ReadProtectionAsync()).IsEnforced);
        foreach (
            var sql in new[]
            {
                "update public.mt_events set data = '{}'",
                "delete from public.mt_streams",
                "update public.negotiations_record set salt = null",
                "select public.mt_archive_stream('x')",
                "create table public.x ()",
            }
        )
        {
            await using var command = host.DataSource.CreateCommand(sql);
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(command.ExecuteNonQueryAsync)).SqlState);
        }

        var failure = await Assert.ThrowsAsync<PostgresException>(() =>
            store.EraseAsync(Sample.Stream, 1, [Sample.Erasure(proposal)])
        );
        Assert.Equal("42501", failure.SqlState);
    }

    [Fact]
    public async Task A_database_without_a_store_is_not_opened()
    {
        await using var host = MartenHost.ForOwner(database);
        await Assert.ThrowsAsync<NoStoreException>(host.OpenStoreAsync);
    }

    [Theory]
    [InlineData("create index mine on mt_events (type)", "drop index", "mine")]
    [InlineData(
        "alter table mt_events add column note text; update mt_events set note = 'kept'",
        "drop column",
        "note"
    )]
    [InlineData(
        "alter table mt_streams add column note text; create index theirs on mt_streams (note)",
        "drop column",
        "mt_streams"
    )]
    [InlineData("alter table mt_event_progression add column note text", "drop column", "mt_event_progression")]
    [InlineData(
        "drop index pk_mt_events_stream_and_version; create index pk_mt_events_stream_and_version on "
            + "mt_events (stream_id)",
        "drop index",
        "mt_events"
    )]
    public async Task What_somebody_put_into_the_tables_of_events_is_refused_and_stays(
        string change,
        string would,
        string named
    )
    {
        var store = await database.OpenStoreAsync();
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));
        await database.ExecuteAsync(change);
        var layout = await LayoutAsync();

        var failure = await Assert.ThrowsAsync<DriftedTablesException>(() => MartenHost.MigrateAsync(database));

        Assert.Contains(would, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(named, failure.Message);
        Assert.Contains("take it out of these yourself", failure.Message);
        Assert.Equal(layout, await LayoutAsync());
        if (change.Contains("update"))
            Assert.Equal(2, await database.QueryAsync<long>("select count(*) from mt_events where note = 'kept'"));
    }

    private static async Task<string> MigrationAsync(MartenHost host)
    {
        var migration = await host.Documents.Storage.Database.CreateMigrationAsync();
        using var sql = new StringWriter();
        migration.WriteAllUpdates(sql, new Weasel.Postgresql.PostgresqlMigrator(), JasperFx.AutoCreate.CreateOrUpdate);
        return sql.ToString();
    }

    private Task<string> LayoutAsync() =>
        database.QueryAsync<string>(
            """
            select string_agg(line, E'\n' order by line) from (
              select format('%s.%s %s', c.relname, a.attname, a.atttypid::regtype)
                from pg_attribute a join pg_class c on c.oid = a.attrelid
               where c.relname in ('mt_streams', 'mt_events', 'mt_event_progression') and a.attnum > 0
              union all
              select pg_get_indexdef(indexrelid) from pg_index
               where indrelid in ('mt_streams'::regclass, 'mt_events'::regclass, 'mt_event_progression'::regclass)
              union all
              select format('%s %s', tgname, tgenabled) from pg_trigger
               where tgrelid = 'mt_events'::regclass) as described (line)
            """
        );
}
