namespace Negotiations.Cli.Tests;

/// <summary>The command as a process of its own, as users start it.</summary>
public class Processes
{
    [Fact]
    public async Task Results_go_to_the_standard_output_and_the_exit_code_tells_how_it_went()
    {
        await using var store = await SampleStore.EmptyAsync();

        var replay = await RunAsync(store, "replay", Repository.Harbour);
        var state = await RunAsync(store, "state", "--format", "json");
        var wrong = await RunAsync(store, "state", "airport");

        Assert.Equal((0, ""), (replay.Code, replay.Error));
        Assert.Equal((0, ""), (state.Code, state.Error));
        Assert.Equal((await store.RunAsync("state", "--format", "json")).Output, state.Output);
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
    }

    private static async Task<CommandRun> RunAsync(SampleStore store, params string[] arguments)
    {
        using var process = CommandProcess.Start(store, arguments);
        return await process.EndAsync();
    }
}
