using Xunit.Abstractions;

namespace Negotiations.Cli.Tests;

/// <summary>A replay that is killed on its way is finished by running it again, as if nothing had happened.</summary>
public sealed class KilledReplays(ITestOutputHelper output) : IDisposable
{
    private const int Articles = 40;

    private static readonly int[] Moments = [1, 8, 15, 22, 29, 36];

    private readonly CodedFolder folder = new(Articles);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_replay_that_was_killed_once_ends_as_one_that_was_not()
    {
        var expected = await UninterruptedAsync();
        var midway = 0;
        foreach (var (round, moment) in Moments.Index())
        {
            await using var store = await SampleStore.InstalledAsync();
            // Mostly before or in the next append, now and then wherever it has run to.
            if (await KilledAsync(store, moment, isRunning: round % 3 == 1) is > 0 and < Articles)
                midway++;
            await FinishAsync(store);
            Assert.Equal(expected, await store.EventsAsync());
            await AssertGaplessAsync(store);
        }

        Assert.True(midway > Moments.Length / 2, $"only {midway} of {Moments.Length} kills came midway");
    }

    [Fact]
    public async Task So_does_one_that_was_killed_again_and_again()
    {
        await using var store = await SampleStore.InstalledAsync();
        foreach (var moment in Moments)
            Assert.Equal(moment, await KilledAsync(store, moment, isRunning: false));

        await FinishAsync(store);

        Assert.Equal(await UninterruptedAsync(), await store.EventsAsync());
        await AssertGaplessAsync(store);
    }

    private async Task<string[]> UninterruptedAsync()
    {
        await using var store = await SampleStore.InstalledAsync();
        await FinishAsync(store);
        Assert.Equal(Articles, await store.ArticlesAsync());
        await AssertGaplessAsync(store);
        return await store.EventsAsync();
    }

    /// <summary>Kills a replay when some articles are in; how many were, or all where it had ended before.</summary>
    private async Task<long> KilledAsync(SampleStore store, int moment, bool isRunning)
    {
        // Without this a machine under load finishes the replay between two looks at it.
        await using var next = await store.HoldAsync(CodedFolder.ForArticle(moment + 1));
        using var replay = Replay(store);
        while (!replay.HasEnded && await store.ArticlesAsync() < moment)
            await Task.Delay(50);
        if (isRunning)
            await next.DisposeAsync();
        replay.Kill();
        var run = await replay.EndAsync();
        var articles = await store.ArticlesAsync();
        output.WriteLine(
            $"killed when {moment} articles were in{(isRunning ? ", running on" : "")}: exit code "
                + $"{run.Code}, {articles} of {Articles} in"
        );
        return run.Code == 128 + 9 ? articles : Articles;
    }

    private async Task FinishAsync(SampleStore store)
    {
        using var replay = Replay(store);
        var run = await replay.EndAsync();
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    private CommandProcess Replay(SampleStore store) =>
        CommandProcess.Start("replay", folder.Path, "--connection", store.Connection);

    private static async Task AssertGaplessAsync(SampleStore store) =>
        Assert.Equal(
            Enumerable.Range(1, (int)await store.CountAsync()).Select(position => (long)position),
            await store.PositionsAsync()
        );
}
