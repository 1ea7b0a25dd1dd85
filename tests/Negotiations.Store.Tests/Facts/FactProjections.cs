using JasperFx.Events;
using Marten;
using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Marten's daemon keeps the facts ready, so that a question finds them there.</summary>
public sealed class FactProjections : KeptFactsTest, IAsyncLifetime
{
    private MartenHost host = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        host = await MartenHost.MigrateAsync(Database);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await host.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task The_daemon_takes_in_what_is_recorded_by_whom_ever()
    {
        var log = Trials.At(0).History.Log;
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();

        await RecordedHistory.AppendAsync(await host.OpenStoreAsync(), log.Take(log.Count / 2));
        await daemon.WaitForNonStaleData(Soon);
        Assert.Equal($"ready to {log.Count / 2}", await BuildsAsync());

        await RecordedHistory.AppendAsync(Store, log.Skip(log.Count / 2));
        await daemon.WaitForNonStaleData(Soon);
        Assert.Equal($"ready to {log.Count}", await BuildsAsync());
        await daemon.StopAllAsync();
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task A_question_does_not_wait_for_the_daemon()
    {
        await RecordedHistory.AppendAsync(Store, Trials.At(1).History.Log);

        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Events_delivered_again_change_nothing()
    {
        var log = Trials.At(3).History.Log;
        await RecordedHistory.AppendAsync(Store, log);
        await DeliverAsync(await EventsAsync());
        var content = await ContentAsync();

        await DeliverAsync(await EventsAsync());
        await DeliverAsync([(await EventsAsync())[2]]);

        Assert.Equal(content, await ContentAsync());
        Assert.Equal($"ready to {log.Count}", await BuildsAsync());
    }

    [Fact]
    public async Task The_daemon_can_make_them_anew()
    {
        var log = Trials.At(3).History.Log;
        await RecordedHistory.AppendAsync(Store, log);
        await DeliverAsync(await EventsAsync());
        await Database.ExecuteAsync("delete from negotiations_fact_pages; delete from negotiations_fact_revisions");
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();

        await daemon.RebuildProjectionAsync(FactProjection.Name, CancellationToken.None);

        Assert.Equal($"ready to {log.Count}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task A_rebuild_by_the_daemon_and_questions_that_come_meanwhile_do_not_disturb_each_other()
    {
        await RecordedHistory.AppendAsync(Store, Trials.At(3).History.Log);
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();

        var rebuilds = Task.Run(async () =>
        {
            for (var number = 0; number < 3; number++)
                await daemon.RebuildProjectionAsync(FactProjection.Name, CancellationToken.None);
        });
        while (!rebuilds.IsCompleted)
            await AssertSameAsync(Now);
        await rebuilds;

        await AssertSameAsync(Now);
        Assert.Equal(0, await CountLeftAsync());
    }

    [Fact]
    public async Task Neither_order_nor_gaps_of_the_sequence_play_a_part()
    {
        var log = Trials.At(4).History.Log;
        await RecordedHistory.AppendAsync(Store, log);
        await Database.ExecuteAsync("select setval('mt_events_sequence', 5000)");
        await Store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);

        // One of them alone, the last first: each says only that the negotiation has changed.
        foreach (var one in (await EventsAsync()).Reverse().Where((_, place) => place % 7 == 0))
            await DeliverAsync([one]);

        Assert.Equal($"ready to {log.Count + 1}", await BuildsAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task A_negotiation_that_cannot_be_read_is_not_kept_and_does_not_hold_up_the_others()
    {
        // A report of an article of which there is no version.
        await Store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await RecordedHistory.AppendAsync(Store, Trials.At(4).History.Log);

        await DeliverAsync(await EventsAsync());

        Assert.Equal("", await BuildsAsync(Sample.Talks));
        Assert.StartsWith("ready to", await BuildsAsync());
        await AssertSameAsync(Now);
        await Assert.ThrowsAsync<UnreadableEventException>(() => Store.AnswerAsync(new Question(Sample.Talks)));
    }

    private async Task<IReadOnlyList<IEvent>> EventsAsync()
    {
        await using var session = host.Documents.QuerySession();
        return [.. (await session.Events.QueryAllRawEvents().ToListAsync()).OrderBy(one => one.Sequence)];
    }

    private async Task DeliverAsync(IReadOnlyList<IEvent> events)
    {
        await using var session = host.Documents.LightweightSession();
        await new FactProjection(host.DataSource).ApplyAsync(session, events, CancellationToken.None);
        await session.SaveChangesAsync();
    }
}
