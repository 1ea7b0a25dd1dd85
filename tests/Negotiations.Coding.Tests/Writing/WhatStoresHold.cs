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

    private static async Task<InMemoryEventStore> StoreOfAsync(string folder)
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Repository.ResolvePath(folder)]);
        return store;
    }
}
