namespace Negotiations.Store.Tests;

/// <summary>
/// Events that are saved with what else a session of Marten has, and events that plain Marten appends.
/// </summary>
public sealed class AppendingInSessions : IAsyncLifetime
{
    private const string SomethingElse =
        "insert into public.negotiations_fact_builds (negotiation, rules) values ('ponds', 0)";

    private TestDatabase database = null!;
    private MartenHost host = null!;
    private MartenEventStore store = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateWithStoreAsync();
        host = await MartenHost.MigrateAsync(database);
        store = await host.OpenStoreAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Events_and_documents_are_saved_together()
    {
        var proposal = Sample.Proposal();
        await using var session = host.Documents.LightweightSession();
        session.QueueSqlCommand(SomethingElse);
        await store.AppendAsync(session, Sample.Stream, 0, [proposal]);
        Assert.Empty((await store.ReadStreamAsync(Sample.Stream)).Events);

        await session.SaveChangesAsync();

        Assert.Equal(proposal.Id, Assert.Single((await store.ReadStreamAsync(Sample.Stream)).Events).Id);
        Assert.Equal(1, await database.QueryAsync<long>("select count(*) from negotiations_fact_builds"));
    }

    [Fact]
    public async Task Where_somebody_else_has_appended_nothing_is_saved_and_the_failure_says_so()
    {
        await using var session = host.Documents.LightweightSession();
        session.QueueSqlCommand(SomethingElse);
        await store.AppendAsync(session, Sample.Stream, 0, Sample.Proposals(2));
        await (await database.OpenStoreAsync()).AppendAsync(Sample.Stream, 0, Sample.Proposals(1));

        var failure = await Record.ExceptionAsync(() => session.SaveChangesAsync());

        Assert.True(AppendFailure.IsConcurrency(failure!));
        Assert.False(AppendFailure.IsDuplicate(failure!));
        Assert.Equal(0, await database.QueryAsync<long>("select count(*) from negotiations_fact_builds"));
        Assert.Equal(
            (1, 1),
            ((await store.ReadStreamAsync(Sample.Stream)).Version, (await store.ReadPositionAsync()).Position)
        );
    }

    [Fact]
    public async Task An_event_that_comes_in_elsewhere_before_the_session_is_saved_is_told_apart()
    {
        var proposal = Sample.Proposal();
        await using var session = host.Documents.LightweightSession();
        await store.AppendAsync(session, Sample.Stream, 0, [proposal]);
        await (await database.OpenStoreAsync()).AppendAsync("article/lakes/other", 0, [proposal]);

        var failure = await Record.ExceptionAsync(() => session.SaveChangesAsync());

        Assert.True(AppendFailure.IsDuplicate(failure!));
        Assert.False(AppendFailure.IsConcurrency(failure!));
        Assert.Empty((await store.ReadStreamAsync(Sample.Stream)).Events);
    }

    [Fact]
    public async Task Events_that_plain_Marten_appends_get_their_positions_and_are_read()
    {
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));
        await using var session = host.Documents.LightweightSession();
        session.Events.Append(Sample.Stream, Sample.Proposal(3).Event);
        session.Events.StartStream("article/lakes/other", Sample.Proposal(4).Event);
        await session.SaveChangesAsync();
        await store.AppendAsync(Sample.Stream, 3, [Sample.Proposal(5)]);

        Assert.Equal(
            [1, 2, 3, 4, 5],
            (await store.ReadNegotiationAsync(Sample.Talks, 9)).Select(recorded => recorded.Position)
        );
        Assert.Equal(["proposal-1", "proposal-2", "proposal-3", "proposal-5"], await ReportsAsync(Sample.Stream));
        Assert.Equal(["proposal-4"], await ReportsAsync("article/lakes/other"));
        await foreach (var fault in store.CheckChainAsync())
            Assert.Fail(fault.ToString());
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_a_tombstone_that_has_a_position_and_disturbs_no_question()
    {
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await using (await FailingCommits.CreateAsync(database, Sample.Talks, "P0001"))
            await Assert.ThrowsAnyAsync<Exception>(() => store.AppendAsync(Sample.Stream, 1, [Sample.Proposal(2)]));
        await Waiting.UntilAsync(
            async () =>
                await database.QueryAsync<long>("select count(*) from mt_events where stream_id = 'mt_tombstone'") == 1,
            "a tombstone"
        );

        await store.AppendAsync(Sample.Stream, 1, [Sample.Proposal(3)]);

        Assert.Equal(3, (await store.ReadPositionAsync()).Position);
        Assert.Equal(
            2,
            await database.QueryAsync<long>(
                "select position from negotiations_record r join mt_events e using (seq_id) where "
                    + "e.type = 'tombstone' and not isfinite(e.timestamp)"
            )
        );
        await foreach (var fault in store.CheckChainAsync())
            Assert.Fail(fault.ToString());
        Assert.Equal(["proposal-1", "proposal-3"], await ReportsAsync(Sample.Stream));
        Assert.Equal(2, (await store.ReadNegotiationAsync(Sample.Talks, 3)).Count);
        Assert.Empty((await store.ReadStreamAsync("mt_tombstone")).Events);
    }

    private async Task<IEnumerable<string>> ReportsAsync(string stream) =>
        (await store.ReadStreamAsync(stream)).Events.Select(recorded => ((Report)recorded.Event).Id);
}
