using System.Diagnostics;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>The one explicit migration of the server, beside which it changes no schema.</summary>
public sealed class ServerMigrations : IAsyncLifetime
{
    private const string Columns = """
        select coalesce(
          string_agg(format('%s.%s.%s %s', table_schema, table_name, column_name, data_type), E'\n' order by 1), '')
          from (
            select * from information_schema.columns
             where table_schema in ('public', 'wolverine') and table_name = any (string_to_array('{0}', ','))
             order by table_schema, table_name, ordinal_position) c
        """;

    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task A_second_migration_changes_nothing()
    {
        await RunningServer.MigrateAsync(database);
        var tables = await TablesAsync();
        var columns = await ColumnsAsync(tables);

        await RunningServer.MigrateAsync(database);

        Assert.Contains("wolverine_dead_letters", tables);
        Assert.Equal((tables, columns), (await TablesAsync(), await ColumnsAsync(tables)));
    }

    [Fact]
    public async Task The_tables_of_a_store_of_the_command_line_stay_as_they_are()
    {
        var store = await database.OpenStoreAsync();
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));
        var tables = await TablesAsync();
        var columns = await ColumnsAsync(tables);

        await RunningServer.MigrateAsync(database);

        Assert.Equal(columns, await ColumnsAsync(tables));
        Assert.Equal(3, (await store.ReadStreamAsync(Sample.Stream)).Events.Count);
        await foreach (var fault in store.CheckChainAsync())
            Assert.Fail(fault.ToString());
    }

    [Fact]
    public async Task What_a_newer_Marten_has_added_stays()
    {
        await RunningServer.MigrateAsync(database);
        await database.ExecuteAsync(
            "update negotiations_schema set marten = '99.0.0'; alter table mt_streams add column future int default 7; "
                + "insert into mt_streams (id, version) values ('article/sample/kept', 0)"
        );

        await RunningServer.MigrateAsync(database);

        Assert.Equal(7, await database.QueryAsync<int>("select future from mt_streams"));
    }

    [Fact]
    public async Task Without_it_the_server_does_not_run()
    {
        await using var dataSource = NpgsqlDataSource.Create(database.ConnectionString);

        await Assert.ThrowsAsync<NoStoreException>(() =>
            NegotiationServer.BuildAsync(RunningServer.Builder(), RunningServer.Settings, dataSource)
        );
    }

    [Fact]
    public async Task Neither_does_it_on_a_store_of_the_command_line_nor_with_a_queue_that_nobody_has_made()
    {
        await database.OpenStoreAsync();
        await using var dataSource = NpgsqlDataSource.Create(database.ConnectionString);
        await Assert.ThrowsAsync<NotMigratedException>(() =>
            NegotiationServer.BuildAsync(RunningServer.Builder(), RunningServer.Settings, dataSource)
        );

        await RunningServer.MigrateAsync(database);
        await (
            await NegotiationServer.BuildAsync(RunningServer.Builder(), RunningServer.Settings, dataSource)
        ).DisposeAsync();
        var exception = await Assert.ThrowsAsync<NotMigratedException>(() =>
            NegotiationServer.BuildAsync(
                RunningServer.Builder(),
                RunningServer.Settings with
                {
                    ChangesQueue = "others",
                },
                dataSource
            )
        );
        Assert.Contains("wolverine_queue_others", exception.Message);
    }

    [Fact]
    public async Task A_name_that_no_queue_can_have_is_refused()
    {
        await using var owner = NpgsqlDataSource.Create(database.ConnectionString);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            ServerMigration.RunAsync(
                RunningServer.Builder(),
                RunningServer.Settings with
                {
                    ChangesQueue = "Changes; --",
                },
                owner
            )
        );
        Assert.Equal("", await TablesAsync());
    }

    private Task<string> TablesAsync() =>
        database.QueryAsync<string>(
            "select coalesce(string_agg(relname, ',' order by relname), '') from pg_class "
                + "where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'wolverine')"
        );

    private Task<string> ColumnsAsync(string tables) =>
        database.QueryAsync<string>(Columns.Replace("{0}", tables, StringComparison.Ordinal));

    [Fact]
    public async Task The_program_refuses_changed_tables_of_events_and_says_what_to_do()
    {
        await (await database.OpenStoreAsync()).AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await database.ExecuteAsync("alter table mt_events add column note text; update mt_events set note = 'kept'");
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["exec", Path.Combine(AppContext.BaseDirectory, "Negotiations.Server.dll"), "migrate"]
        )
        {
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Negotiations"] = database.ConnectionString;

        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 2, error);
        Assert.Contains("drop column note", error);
        Assert.Contains("take it out of these yourself", error);
        Assert.Equal("kept", await database.QueryAsync<string>("select note from mt_events"));
    }
}
