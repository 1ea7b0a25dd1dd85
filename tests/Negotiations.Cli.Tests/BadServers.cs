using Npgsql;

namespace Negotiations.Cli.Tests;

public class BadServers
{
    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var run = await CommandRun.OfAsync("state", "--connection", "Host=127.0.0.1;Port=1;Database=talks;Username=me;Password=secret");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: there is no store at 127.0.0.1:1, database talks: ", run.Error);
        Assert.DoesNotContain("secret", run.Error);
    }

    [Fact]
    public async Task So_is_a_database_that_is_not_there()
    {
        await using var store = await SampleStore.EmptyAsync();

        var run = await CommandRun.OfAsync("state", "--connection", $"{store.Connection};Database=nowhere");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("database nowhere", run.Error);
    }

    [Theory]
    [InlineData("Hst=localhost")]
    [InlineData("nonsense")]
    [InlineData("Database=talks")]
    public async Task A_connection_that_cannot_be_read_is_explained(string connection)
    {
        var run = await CommandRun.OfAsync("state", "--connection", connection);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: the connection cannot be read: ", run.Error);
        Assert.Contains("Host=localhost;Username=me;Database=negotiations", run.Error);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_as_it_is()
    {
        await using var store = await SampleStore.EmptyAsync();
        await store.ExecuteAsync("create table mt_events (seq_id bigint primary key); create table mt_streams (id varchar primary key)");

        var run = await store.RunAsync("replay", Repository.Harbour);

        Assert.Equal((2, "", 0), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains("belongs to another program", run.Error);
    }

    [Fact]
    public async Task A_server_that_is_lost_midway_is_a_failure_of_the_world_outside()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await using var blocker = NpgsqlDataSource.Create(store.Connection);
        await using var connection = await blocker.OpenConnectionAsync();
        await using var blocking = await connection.BeginTransactionAsync();
        await new NpgsqlCommand("lock table mt_events", connection).ExecuteNonQueryAsync();

        var running = store.RunAsync("state", "harbour");
        const string endWaiting = "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        // Not on the connection that blocks: within a transaction the list of activities stays as it was.
        await using var ending = blocker.CreateCommand(endWaiting);
        while ((long)(await ending.ExecuteScalarAsync())! == 0) await Task.Delay(10);
        var run = await running;

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: the server was lost: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task So_is_an_event_of_a_later_program()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set type = 'later_thing' where seq_id = 5");

        var run = await store.RunAsync("state", "harbour");

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("event type 'later_thing' is not known to this version of the program", run.Error);
    }
}
