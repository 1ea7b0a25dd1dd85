namespace Negotiations.Coding.Tests;

public class WhatStoresHold
{
    public static TheoryData<string> Folders =>
        [
            .. new[] { Repository.ResolvePath("seeds"), Harbour.Folder }.Select(folder =>
                Path.GetRelativePath(Repository.Root, folder)
            ),
        ];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Is_written_as_files_that_give_the_same_events(string folder)
    {
        var store = await StoreOfAsync(folder);
        foreach (var negotiation in await store.ReadNegotiationsAsync())
        {
            var files = WrittenFile.WriteAll(await store.ReadLogAsync(negotiation, recordedBy: null));

            Written.SameEvents(store, await Written.ReplayedAsync(files));
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Is_written_in_steps_that_give_the_same_log(string folder)
    {
        var store = await StoreOfAsync(folder);
        foreach (var negotiation in await store.ReadNegotiationsAsync())
        {
            var files = WrittenFile.InSteps(await store.ReadLogAsync(negotiation, recordedBy: null));

            Written.SameLog(store, await Written.ReplayedInStepsAsync(files));
        }
    }

    [Fact]
    public async Task Is_written_in_files_that_the_store_has_already()
    {
        using var folder = new TemporaryFolder();
        var store = await StoreOfAsync(Harbour.Folder);
        foreach (var file in WrittenFile.WriteAll(await store.ReadLogAsync(Harbour.Id, recordedBy: null)))
            folder.Write(file.File, file.Text);

        var again = await Replay.RunAsync(store, [folder.Path]);

        Assert.Empty(again.Differences);
        Assert.All(again.Steps, step => Assert.Equal(0, step.Appended));
    }

    [Theory]
    [InlineData("0001-01-01T00:00")]
    [InlineData("0001-01-01")]
    [InlineData("0001-01-01T00:00+18:00")]
    [InlineData("0001-01-01T02:30Z")]
    [InlineData("9998-12-31T23:59-18:00")]
    [InlineData("9998-12-31")]
    public async Task Is_read_again_also_at_the_ends_of_the_calendar(string time)
    {
        using var folder = new TemporaryFolder();
        folder.Write("lake.yaml", LakeTalks.Negotiation);
        // Nothing in it happened at a time that would lie after the publication.
        var lines = LakeTalks
            .Article.With("time: 2031-04-02T18:30", $"time: '{time}'")
            .Split('\n')
            .Where(line => !line.Contains("happened:", StringComparison.Ordinal));
        folder.Write("article.yaml", string.Join('\n', lines));
        var store = await StoreOfAsync(folder.Path);

        var files = WrittenFile.WriteAll(await store.ReadLogAsync("lake", recordedBy: null));

        Written.SameEvents(store, await Written.ReplayedAsync(files));
    }

    private static async Task<InMemoryEventStore> StoreOfAsync(string folder)
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Repository.ResolvePath(folder)]);
        return store;
    }
}
