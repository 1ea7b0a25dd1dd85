namespace Negotiations.Cli.Tests;

/// <summary>The command as a process of its own, as users start it.</summary>
public class Processes
{
    [Fact]
    public async Task Results_go_to_the_standard_output_and_the_exit_code_tells_how_it_went()
    {
        await using var store = await SampleStore.EmptyAsync();

        var replay = await RunAsync(store, "replay", Repository.Harbour, "--format", "json");
        var state = await RunAsync(store, "state", "--format", "json");
        var wrong = await RunAsync(store, "state", "airport");

        Assert.Equal((0, ""), (replay.Code, replay.Error));
        Assert.StartsWith("{", replay.Output);
        Assert.Equal((0, ""), (state.Code, state.Error));
        Assert.Equal((await store.RunAsync("state", "--format", "json")).Output, state.Output);
        Assert.Equal((2, ""), (wrong.Code, wrong.Output));
    }

    [Fact]
    public async Task A_private_server_into_which_nothing_was_replayed_says_so()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"negotiations-fresh-{Random.Shared.Next():x8}");
        try
        {
            var run = await RunAsync(
                new Dictionary<string, string> { ["NEGOTIATIONS_CONNECTION"] = "", ["NEGOTIATIONS_HOME"] = folder },
                "state"
            );

            Assert.Equal((2, ""), (run.Code, run.Output));
            Assert.EndsWith("negotiations: nothing was replayed yet; replay coded files first\n", run.Error);
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_demonstration_has_a_store_of_its_own_and_starting_anew_removes_only_the_users()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"negotiations-own-{Random.Shared.Next():x8}");
        var environment = new Dictionary<string, string>
        {
            ["NEGOTIATIONS_CONNECTION"] = "",
            ["NEGOTIATIONS_HOME"] = folder,
        };
        try
        {
            var demo = await RunAsync(environment, "demo", "--seeds", Repository.Harbour, "--format", "json");
            var state = await RunAsync(environment, "state");
            var replay = await RunAsync(environment, "replay", Repository.Harbour);
            var store = await RunAsync(environment, "store");
            var unasked = await RunAsync(environment, "store", "start-anew");
            var anew = await RunAsync(environment, "store", "start-anew", "--yes");
            var gone = await RunAsync(environment, "state");

            Assert.Equal((0, 2, 0), (demo.Code, state.Code, replay.Code));
            Assert.Contains("nothing was replayed yet", state.Error);
            Assert.Contains($"Where         {folder}", store.Output);
            Assert.Equal((2, 0, 2), (unasked.Code, anew.Code, gone.Code));
            Assert.Contains("say --yes", unasked.Error);
            Assert.True(Directory.Exists(Path.Combine(folder, "demo")));
        }
        finally
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<CommandRun> RunAsync(SampleStore store, params string[] arguments) =>
        RunAsync(new Dictionary<string, string> { ["NEGOTIATIONS_CONNECTION"] = store.Connection }, arguments);

    private static async Task<CommandRun> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = CommandProcess.Start(environment, arguments);
        return await process.EndAsync();
    }
}
