using Negotiations.Tests.Laws;
using NodaTime;

namespace Negotiations.Store.Tests;

/// <summary>What is kept ready of a negotiation goes with what is erased of it, and is made anew.</summary>
public sealed class ErasuresOfKeptFacts : KeptFactsTest
{
    private static readonly IReadOnlyList<RecordedEvent> Log = Trials.At(6).History.Log;

    private static RecordedEvent Erased => Log.First(recorded => recorded.Event is Report);

    [Fact]
    public async Task It_is_deleted_in_the_same_transaction_and_made_anew()
    {
        await FillAsync();

        await EraseAsync(Erased);

        Assert.Equal("", await BuildsAsync());
        Assert.Equal(0, await CountRowsAsync());
        await AssertSameAsync(Now);
        Assert.StartsWith("ready to", await BuildsAsync());
    }

    [Fact]
    public async Task An_erasure_that_is_refused_leaves_it()
    {
        await FillAsync();
        var (builds, content) = (await BuildsAsync(), await ContentAsync());

        await Assert.ThrowsAsync<Npgsql.PostgresException>(async () =>
            await Store.EraseAsync(
                Erased.Stream,
                (await Store.ReadStreamAsync(Erased.Stream)).Version,
                [Sample.Erasure(Sample.Proposal())]
            )
        );

        Assert.Equal((builds, content), (await BuildsAsync(), await ContentAsync()));
    }

    [Fact]
    public async Task It_waits_for_whoever_takes_events_in_and_deletes_what_was_made_of_them()
    {
        await RecordedHistory.AppendAsync(Store, Log);
        await using var keeping = await PlainWriter.BeginAsync(Database.DataSource);
        await keeping.ExecuteAsync(
            $"""
            select pg_advisory_xact_lock_shared(negotiations_derived_lock());
            insert into negotiations_fact_builds (negotiation, rules, position)
            values ('{History.Negotiation}', {FactRules.Version}, 3);
            insert into negotiations_fact_claims (build, act, key, position, article)
            select id, 'an act', 'a key', 3, 'an article' from negotiations_fact_builds
            """
        );

        var erasing = EraseAsync(Erased);
        Assert.NotSame(erasing, await Task.WhenAny(erasing, Task.Delay(300)));
        await keeping.CommitAsync();
        await erasing.WaitAsync(Soon);

        Assert.Equal(0, await CountRowsAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task What_takes_events_in_meanwhile_begins_anew_and_never_keeps_what_is_erased()
    {
        await RecordedHistory.AppendAsync(Store, Log);
        var keeping = await KeepAsync(eventsAtOnce: 2);

        await keeping.CatchUpAsync(History.Negotiation, EraseAfter(10), CancellationToken.None);

        Assert.Equal($"ready to {(await Store.ReadPositionAsync()).Position}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task So_does_what_makes_it_anew_beside_what_is_read()
    {
        await FillAsync();
        var keeping = await KeepAsync(eventsAtOnce: 2);

        await keeping.RebuildAsync(History.Negotiation, EraseAfter(10), CancellationToken.None);

        Assert.Equal($"ready to {(await Store.ReadPositionAsync()).Position}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Afterwards_the_words_are_in_no_table_and_no_statistics_of_the_server()
    {
        var (article, events) = SampleArticle();
        await Store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);
        await Store.AppendAsync(article, 0, events);
        await Store.FindKeptAsync(new Question(Sample.Talks));
        await Database.ExecuteAsync(string.Join(';', FactTables.All.Select(table => $"analyze {table}")));
        Assert.Equal((true, true), (await IsKeptAsync("proposal-7"), await IsInStatisticsAsync("proposal-7")));

        var remains = await Store.EraseAsync(article, events.Count, [Sample.Erasure(events[^1])]);

        Assert.True(remains.AreGone);
        Assert.False(await IsInStatisticsAsync("proposal-7"));
        Assert.NotEmpty((await Store.FindKeptAsync(new Question(Sample.Talks)))!.Facts);
        Assert.False(await IsKeptAsync("proposal-7"));
        await AssertSameAsync(new Question(Sample.Talks));
    }

    [Fact]
    public async Task A_backup_under_way_is_said_to_hold_it_up()
    {
        await FillAsync();
        await using var backup = await PlainWriter.BeginAsync(
            Database.DataSource,
            "begin isolation level repeatable read; select from negotiations_fact_claims"
        );

        var kept = await EraseAsync(Erased);
        await backup.RollbackAsync();
        var done = await Store.FinishErasureAsync();

        Assert.Equal((false, true), (kept.AreGone, done.AreGone));
        Assert.Contains("public.negotiations_fact_claims", kept.Tables);
    }

    private static (string Stream, IReadOnlyList<NewEvent> Events) SampleArticle()
    {
        var version = new ArticleVersionPublished
        {
            Negotiation = Sample.Talks,
            Article = "herald-2031-04-02",
            Version = "first",
            Outlet = new Name("herald", "The Strelsau Herald"),
            Text = new(new string('0', 64), 1000),
            Published = new(Instant.FromUtc(2031, 4, 2, 6, 0), PublicationBasis.Stated),
        };
        return (Sample.Stream, [new(Guid.NewGuid(), version), .. Sample.Proposals(7)]);
    }

    private async Task FillAsync()
    {
        await RecordedHistory.AppendAsync(Store, Log);
        await Store.FindKeptAsync(Now);
    }

    private async Task<ErasureRemains> EraseAsync(RecordedEvent erased)
    {
        var plan = ErasurePlan.Create(await Store.ReadLogAsync(History.Negotiation, recordedBy: null), erased);
        return await Store.EraseAsync(erased.Stream, plan.ExpectedVersion, plan.By("the officer", "a request"));
    }

    // Between two steps, once.
    private Told EraseAfter(int events)
    {
        var isErased = false;
        return new(progress =>
        {
            if (progress.Done < events || isErased)
                return;
            isErased = true;
            EraseAsync(Erased).Wait(Soon);
        });
    }

    private Task<long> CountRowsAsync() =>
        Database.QueryAsync<long>(
            "select " + string.Join(" + ", FactTables.All.Select(table => $"(select count(*) from {table})"))
        );

    private Task<bool> IsKeptAsync(string words) =>
        Database.QueryAsync<bool>(
            "select "
                + string.Join(
                    " or ",
                    FactTables.All.Select(table =>
                        $"exists (select from {table} f where f::text like '%{words}%' "
                        + $"or f::text like '%' || encode('{words}', 'hex') || '%')"
                    )
                )
        );

    private Task<bool> IsInStatisticsAsync(string words) =>
        Database.QueryAsync<bool>(
            $"""
            select exists (
              select from pg_stats s where starts_with(s.tablename::text, '{FactTables.Prefix}')
                 and concat(s.histogram_bounds, s.most_common_vals) like '%{words}%')
            """
        );

    private sealed class Told(Action<FactProgress> tell) : IProgress<FactProgress>
    {
        public void Report(FactProgress value) => tell(value);
    }
}
