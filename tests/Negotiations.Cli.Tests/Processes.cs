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

    [Fact]
    public async Task A_closed_standard_error_changes_no_exit_code()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var closed = await ShellAsync(store, "\"$0\" \"$1\" state nowhere 2>&-");
        var full = await ShellAsync(store, "\"$0\" \"$1\" state nowhere 2>/dev/full");

        Assert.Equal((2, 2), (closed.Code, full.Code));
    }

    [Fact]
    public async Task An_export_goes_to_open_files_and_devices_and_leaves_them_what_they_are()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        const string export = "\"$0\" \"$1\" export harbour --as facts --out";
        var expected = (await store.RunAsync("export", "harbour", "--as", "facts")).Output.TrimStart('\uFEFF');

        var output = await ShellAsync(store, $"{export} /dev/stdout | cat");
        var process = await ShellAsync(store, $"{export} >(cat) | cat", "bash");
        var file = await ShellAsync(store, $"f=$(mktemp); (echo first; {export} /dev/stdout) > $f; cat $f; rm $f");
        var device = await ShellAsync(store, $"{export} /dev/null && test -c /dev/null && ls /dev/null*");

        Assert.Equal((0, expected, ""), (output.Code, output.Output, output.Error));
        Assert.Equal((0, expected, ""), (process.Code, process.Output, process.Error));
        Assert.Equal((0, $"first\n{expected}", ""), (file.Code, file.Output.Replace("\uFEFF", ""), file.Error));
        Assert.Equal((0, "/dev/null\n", ""), (device.Code, device.Output, device.Error));
    }

    [Fact]
    public async Task Without_the_library_for_letters_it_refuses_at_once()
    {
        var run = await RunAsync(
            new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
            "state",
            "harbour"
        );

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, and install ICU", run.Error);
    }

    private static async Task<CommandRun> ShellAsync(SampleStore store, string script, string shell = "sh")
    {
        var start = new System.Diagnostics.ProcessStartInfo(
            shell,
            ["-c", script, "dotnet", Path.Combine(AppContext.BaseDirectory, "negotiations.dll")]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NEGOTIATIONS_CONNECTION"] = store.Connection;
        using var process = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    private static Task<CommandRun> RunAsync(SampleStore store, params string[] arguments) =>
        RunAsync(new Dictionary<string, string> { ["NEGOTIATIONS_CONNECTION"] = store.Connection }, arguments);

    private static async Task<CommandRun> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = CommandProcess.Start(environment, arguments);
        return await process.EndAsync();
    }
}
