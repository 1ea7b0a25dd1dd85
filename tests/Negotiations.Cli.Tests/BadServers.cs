using Npgsql;

namespace Negotiations.Cli.Tests;

public class BadServers
{
    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var run = await CommandRun.ExecuteAsync(
            "state",
            "--connection",
            "Host=127.0.0.1;Port=1;Database=talks;Username=me;Password=secret"
        );

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: there is no store at 127.0.0.1:1, database talks: ", run.Error);
        Assert.DoesNotContain("secret", run.Error);
    }

    [Fact]
    public async Task So_is_a_database_that_is_not_there()
    {
        await using var store = await SampleStore.EmptyAsync();

        var run = await CommandRun.ExecuteAsync("state", "--connection", $"{store.Connection};Database=nowhere");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("database nowhere", run.Error);
    }

    [Theory]
    [InlineData("Hst=localhost")]
    [InlineData("nonsense")]
    [InlineData("Database=talks")]
    public async Task A_connection_that_cannot_be_read_is_explained(string connection)
    {
        var run = await CommandRun.ExecuteAsync("state", "--connection", connection);

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: the connection cannot be read: ", run.Error);
        Assert.Contains("Host=localhost;Username=me;Database=negotiations", run.Error);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_as_it_is()
    {
        await using var store = await SampleStore.EmptyAsync();
        await store.ExecuteAsync(
            "create table mt_events (seq_id bigint primary key); create table mt_streams (id varchar primary key)"
        );

        var run = await store.RunAsync("replay", Repository.Harbour);

        Assert.Equal((2, "", 0), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains("belongs to another program", run.Error);
    }

    [Fact]
    public async Task A_server_that_is_lost_midway_is_a_failure_of_the_world_outside()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await using var blocker = NpgsqlDataSource.Create(store.Connection);
        await using var connection = await blocker.OpenConnectionAsync();
        await using var blocking = await connection.BeginTransactionAsync();
        await new NpgsqlCommand("lock table mt_events", connection).ExecuteNonQueryAsync();

        var running = store.RunAsync("state", "harbour");
        const string endWaiting =
            "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = "
            + "current_database() and wait_event_type = 'Lock'";
        // Not on the connection that blocks: within a transaction the list of activities stays as it was.
        await using var ending = blocker.CreateCommand(endWaiting);
        while ((long)(await ending.ExecuteScalarAsync())! == 0)
            await Task.Delay(10);
        var run = await running;

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith("negotiations: the server was lost: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData(
        2,
        "replay",
        "event HEADLINE (report 'headline-offer' of version 'VERSION' of article "
            + "'courier-2031-04-02') stands at position 3 of the record, but was deleted"
    )]
    [InlineData(
        1,
        "state",
        "event HEADLINE is report 'headline-offer' of version 'VERSION' of article "
            + "'courier-2031-04-02', and the event of that version is missing"
    )]
    [InlineData(
        1,
        "reports",
        "event HEADLINE is report 'headline-offer' of version 'VERSION' of article 'courier-2031-04-02'"
    )]
    [InlineData(
        1,
        "history",
        "event HEADLINE is report 'headline-offer' of version 'VERSION' of article 'courier-2031-04-02'"
    )]
    [InlineData(
        1,
        "replay",
        "event HEADLINE is report 'headline-offer' of version 'VERSION' of article 'courier-2031-04-02'"
    )]
    public async Task So_is_an_event_that_somebody_deleted(int version, string verb, string problem)
    {
        const string stream = "article/harbour/courier-2031-04-02";
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync($"delete from mt_events where stream_id = '{stream}' and version = {version}");

        var run = await (verb == "replay" ? store.RunAsync(verb, Repository.Harbour) : store.RunAsync(verb, "harbour"));

        const string first = "cd50a32245c8";
        var headline = EventId.ForReport(stream, first, "headline-offer").ToString();
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.StartsWith(
            "negotiations: the store has an event that cannot be read: "
                + problem.Replace("HEADLINE", headline).Replace("VERSION", first),
            run.Error
        );
    }

    [Fact]
    public async Task So_is_an_event_that_has_no_position_yet()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync("delete from negotiations_record where seq_id = (select max(seq_id) from mt_events)");
        var events = await store.CountAsync();

        var run = await store.RunAsync("replay", Repository.Harbour);

        Assert.Equal((3, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith(
            "negotiations: nothing was appended to stream 'article/harbour/quayside-record-2031-04-07': ",
            run.Error
        );
    }

    [Fact]
    public async Task So_is_an_event_of_a_later_program()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.ExecuteAsync("update mt_events set type = 'later_thing' where seq_id = 5");

        var run = await store.RunAsync("state", "harbour");

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("event type 'later_thing' is not known to this version of the program", run.Error);
    }
}
