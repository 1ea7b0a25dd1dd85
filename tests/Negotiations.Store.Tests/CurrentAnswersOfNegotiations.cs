using Marten;
using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Law 7: the answer that is kept is that of the fold, and nobody can tell which one was given.</summary>
public sealed class CurrentAnswersOfNegotiations : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private TestDatabase database = null!;
    private MartenHost host = null!;
    private MartenEventStore store = null!;
    private MartenEventStore recorded = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateWithStoreAsync();
        host = await MartenHost.MigrateAsync(database);
        store = await host.OpenStoreAsync();
        recorded = await database.OpenStoreAsync();
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task The_kept_answer_is_that_of_the_fold_also_after_what_the_embedded_store_appends()
    {
        var log = Trials.At(0).History.Log;
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();
        await daemon.StartAllAsync();

        await RecordedHistory.AppendAsync(store, log.Take(log.Count / 2));
        await daemon.WaitForNonStaleData(Soon);
        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));

        await RecordedHistory.AppendAsync(await database.OpenStoreAsync(), log.Skip(log.Count / 2));
        Assert.Null(await store.FindCurrentAnswerAsync("nobody"));
        await daemon.WaitForNonStaleData(Soon);
        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));
        await daemon.StopAllAsync();
    }

    [Fact]
    public async Task An_answer_from_before_the_last_event_is_not_given()
    {
        var log = Trials.At(1).History.Log;
        await RecordedHistory.AppendAsync(store, log.SkipLast(1));
        await ProjectAsync();
        Assert.NotNull(await store.FindCurrentAnswerAsync(History.Negotiation));

        await RecordedHistory.AppendAsync(store, log.TakeLast(1));

        Assert.Null(await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task What_is_recorded_of_another_negotiation_moves_only_the_place_of_the_answer()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(2).History.Log);
        await ProjectAsync();
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(3));

        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));
        Assert.Null(await store.FindCurrentAnswerAsync(Sample.Talks));
    }

    [Fact]
    public async Task A_rebuild_and_events_delivered_again_change_nothing()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(3).History.Log);
        using var daemon = await host.Documents.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(CurrentAnswerProjection.Name, CancellationToken.None);
        var (kept, row) = (await store.FindCurrentAnswerAsync(History.Negotiation), await RowAsync());
        Assert.Equal(await FoldAsync(), kept);

        await DeliverAsync(await EventsAsync());
        Assert.Equal(row, await RowAsync());

        await database.ExecuteAsync("delete from mt_doc_current_answer");
        await daemon.RebuildProjectionAsync(CurrentAnswerProjection.Name, CancellationToken.None);
        Assert.Equal(kept, await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task Neither_order_nor_gaps_of_the_sequence_play_a_part()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(4).History.Log);
        await database.ExecuteAsync("select setval('mt_events_sequence', 5000)");
        var other = await database.OpenStoreAsync();
        await other.AppendAsync(Sample.Stream, 0, Sample.Proposals(2));
        var events = await EventsAsync();

        // One of them alone, the last first: each says only that the negotiation has changed.
        foreach (var one in events.Reverse().Where((_, place) => place % 7 == 0))
            await DeliverAsync([one]);

        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task A_negotiation_that_cannot_be_read_is_not_kept_and_does_not_hold_up_the_others()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(4).History.Log);
        await store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);
        await DeliverAsync(await EventsAsync());
        Assert.NotNull(await store.FindCurrentAnswerAsync(Sample.Talks));
        await store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        await database.ExecuteAsync("delete from mt_doc_current_answer where id = 'river'");

        await DeliverAsync(await EventsAsync());

        Assert.Equal(
            0,
            await database.QueryAsync<long>($"select count(*) from mt_doc_current_answer where id = '{Sample.Talks}'")
        );
        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));
        await Assert.ThrowsAsync<UnreadableEventException>(() => store.AnswerAsync(new Question(Sample.Talks)));
    }

    [Fact]
    public async Task An_older_answer_never_replaces_a_newer_one()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(5).History.Log);
        await ProjectAsync();
        var kept = await store.FindCurrentAnswerAsync(History.Negotiation);

        await using (var session = host.Documents.LightweightSession())
        {
            session.Store(new CurrentAnswer(History.Negotiation, 3, "UTC", "{}"));
            await session.SaveChangesAsync();
        }

        Assert.Equal(kept, await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task An_erasure_deletes_what_is_kept_within_its_transaction()
    {
        var erased = await FillAndProjectAsync();

        await EraseAsync(erased);

        Assert.Equal(0, await database.QueryAsync<long>("select count(*) from mt_doc_current_answer"));
        await ProjectAsync();
        Assert.Equal(await FoldAsync(), await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task An_erasure_that_is_refused_leaves_what_is_kept()
    {
        var erased = await FillAndProjectAsync();
        var unknown = Sample.Erasure(Sample.Proposal());

        await Assert.ThrowsAsync<Npgsql.PostgresException>(async () =>
            await recorded.EraseAsync(erased.Stream, (await store.ReadStreamAsync(erased.Stream)).Version, [unknown])
        );

        Assert.NotNull(await store.FindCurrentAnswerAsync(History.Negotiation));
    }

    [Fact]
    public async Task An_answer_computed_before_an_erasure_and_stored_after_it_is_not_kept()
    {
        var erased = await FillAndProjectAsync();
        CurrentAnswer computed;
        await using (var session = host.Documents.QuerySession())
            computed = (await session.LoadAsync<CurrentAnswer>(History.Negotiation))!;
        await EraseAsync(erased);

        await using (var session = host.Documents.LightweightSession())
        {
            session.Store(computed);
            await session.SaveChangesAsync();
        }

        Assert.Equal(0, await database.QueryAsync<long>("select count(*) from mt_doc_current_answer"));
    }

    [Fact]
    public async Task An_erasure_waits_for_whoever_is_storing_an_answer_and_deletes_it()
    {
        var erased = await FillAndProjectAsync();
        await using var storing = await PlainWriter.BeginAsync(database.DataSource);
        await storing.ExecuteAsync(
            "create temp table kept as select * from mt_doc_current_answer; delete from "
                + "mt_doc_current_answer; insert into mt_doc_current_answer select * from kept"
        );

        var erasing = EraseAsync(erased);
        Assert.NotSame(erasing, await Task.WhenAny(erasing, Task.Delay(300)));
        await storing.CommitAsync();
        await erasing.WaitAsync(Soon);

        Assert.Equal(0, await database.QueryAsync<long>("select count(*) from mt_doc_current_answer"));
    }

    private async Task<RecordedEvent> FillAndProjectAsync()
    {
        await RecordedHistory.AppendAsync(store, Trials.At(6).History.Log);
        await ProjectAsync();
        Assert.NotNull(await store.FindCurrentAnswerAsync(History.Negotiation));
        return Trials.At(6).History.Log.First(recorded => recorded.Event is Report);
    }

    private async Task EraseAsync(RecordedEvent erased)
    {
        var plan = ErasurePlan.Create(await store.ReadLogAsync(History.Negotiation, recordedBy: null), erased);
        await recorded.EraseAsync(erased.Stream, plan.ExpectedVersion, plan.By("the officer", "a request"));
    }

    private async Task ProjectAsync() => await DeliverAsync([(await EventsAsync())[^1]]);

    private async Task<IReadOnlyList<JasperFx.Events.IEvent>> EventsAsync()
    {
        await using var session = host.Documents.QuerySession();
        return [.. (await session.Events.QueryAllRawEvents().ToListAsync()).OrderBy(one => one.Sequence)];
    }

    private async Task DeliverAsync(IReadOnlyList<JasperFx.Events.IEvent> events)
    {
        await using var session = host.Documents.LightweightSession();
        await new CurrentAnswerProjection(host.DataSource).ApplyAsync(session, events, CancellationToken.None);
        await session.SaveChangesAsync();
    }

    private async Task<string> FoldAsync() =>
        AnswerJson.Write(await store.AnswerAsync(new Question(History.Negotiation)));

    private Task<string> RowAsync() =>
        database.QueryAsync<string>("select string_agg(mt_version || data::text, ',') from mt_doc_current_answer");
}
