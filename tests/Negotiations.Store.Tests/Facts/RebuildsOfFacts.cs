using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Facts are made anew beside those that questions read, and then take their place.</summary>
public sealed class RebuildsOfFacts : KeptFactsTest
{
    private static readonly IReadOnlyList<RecordedEvent> Log = Trials.At(2).History.Log;

    private const string Spoil = """
        delete from negotiations_fact_pages; delete from negotiations_fact_revisions;
        update negotiations_fact_stretches set entries = 0, revisions = 0
        """;

    [Fact]
    public async Task What_somebody_has_spoiled_is_right_again_and_the_old_rows_are_gone()
    {
        await FillAsync();
        var content = await ContentAsync();
        await Database.ExecuteAsync(Spoil);

        await Store.RebuildFactsAsync();

        Assert.Equal($"ready to {Log.Count}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
        Assert.Equal(content, await ContentAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Answers_are_right_and_new_events_are_taken_in_meanwhile()
    {
        await FillAsync(Log.SkipLast(6));
        var steps = 0;
        var keeping = await KeepAsync();

        await keeping.RebuildAsync(
            History.Negotiation,
            new Told(progress =>
            {
                // In the midst of it something is recorded.
                if (steps++ == 1)
                    RecordedHistory.AppendAsync(Store, Log.TakeLast(6)).GetAwaiter().GetResult();
                AssertSameAsync(Now).GetAwaiter().GetResult();
                Assert.True(progress.Done <= progress.Events);
            }),
            CancellationToken.None
        );

        Assert.True(steps > 2, $"it was made in {steps} steps");
        await AssertSameAsync(Now);
        Assert.Equal($"ready to {Log.Count}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
    }

    [Fact]
    public async Task One_that_was_interrupted_goes_on_where_it_stood()
    {
        await FillAsync();
        using var cancellation = new CancellationTokenSource();
        var keeping = await KeepAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            keeping.RebuildAsync(
                History.Negotiation,
                new Told(progress =>
                {
                    if (progress.Done >= 10)
                        cancellation.Cancel();
                }),
                cancellation.Token
            )
        );
        Assert.StartsWith($"ready to {Log.Count}, begun to ", await BuildsAsync());
        await AssertSameAsync(Now);

        var left = new List<int>();
        await keeping.RebuildAsync(
            History.Negotiation,
            new Told(progress => left.Add(progress.Events)),
            CancellationToken.None
        );

        Assert.InRange(left[0], 1, Log.Count - 10);
        Assert.Equal($"ready to {Log.Count}", await BuildsAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Two_at_once_make_the_same_one()
    {
        await FillAsync();
        var (one, other) = (await KeepAsync(), await KeepAsync(3));

        await Task.WhenAll(
            one.RebuildAsync(History.Negotiation, progress: null, CancellationToken.None),
            other.RebuildAsync(History.Negotiation, progress: null, CancellationToken.None)
        );

        Assert.Equal($"ready to {Log.Count}", await BuildsAsync());
        Assert.Equal(0, await CountLeftAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Where_nothing_is_kept_yet_it_is_made_at_once()
    {
        await RecordedHistory.AppendAsync(Store, Log);

        await Store.RebuildFactsAsync();

        Assert.Equal($"ready to {Log.Count}", await BuildsAsync());
        await AssertSameAsync(Now);
    }

    [Fact]
    public async Task Questions_read_the_old_ones_until_these_are_ready_and_whoever_reads_them_then_reads_anew()
    {
        await FillAsync();
        var keeping = await KeepAsync();
        using var end = new CancellationTokenSource();
        var asking = Task.Run(async () =>
        {
            var asked = 0;
            for (; !end.IsCancellationRequested; asked++)
                await AssertSameAsync(Now);
            return asked;
        });

        for (var number = 0; number < 8; number++)
            await keeping.RebuildAsync(History.Negotiation, progress: null, CancellationToken.None);
        await end.CancelAsync();

        Assert.True(await asking > 0);
    }

    [Fact]
    public async Task Of_several_negotiations_one_that_cannot_be_read_is_named_and_the_others_are_made()
    {
        await FillAsync();
        await Store.AppendAsync(StreamName.ForNegotiation(Sample.Talks), 0, [Sample.Definition(Sample.Talks)]);
        await Store.AppendAsync(Sample.Stream, 0, Sample.Proposals(1));
        var before = await Database.QueryAsync<long>("select max(id) from negotiations_fact_builds where is_ready");

        await Assert.ThrowsAsync<UnreadableEventException>(() => Store.RebuildFactsAsync());

        Assert.True(
            await Database.QueryAsync<long>("select max(id) from negotiations_fact_builds where is_ready") > before
        );
    }

    private async Task FillAsync(IEnumerable<RecordedEvent>? log = null)
    {
        await RecordedHistory.AppendAsync(Store, log ?? Log);
        await Store.FindKeptAsync(Now);
    }

    private sealed class Told(Action<FactProgress> tell) : IProgress<FactProgress>
    {
        public void Report(FactProgress value) => tell(value);
    }
}
