using System.Diagnostics;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

/// <summary>What a newcomer meets on a machine without PostgreSQL.</summary>
public sealed class Downloads : IAsyncLifetime
{
    private readonly string home = Path.Combine(Path.GetTempPath(), $"negotiations-none-{Random.Shared.Next():x8}");
    private PostgresRepository repository = null!;

    private Dictionary<string, string> Machine =>
        new(repository.Environment) { ["NEGOTIATIONS_CONNECTION"] = "", ["NEGOTIATIONS_HOME"] = home };

    public async Task InitializeAsync() => repository = await PostgresRepository.StartAsync();

    public async Task DisposeAsync()
    {
        await repository.DisposeAsync();
        if (Directory.Exists(home))
            Directory.Delete(home, recursive: true);
    }

    [Fact]
    public async Task It_is_not_fetched_unasked_and_the_message_says_how_to_have_it()
    {
        var run = await RunAsync(Machine, "state");

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("--download-postgres", run.Error);
        Assert.Empty(repository.Requests);
    }

    [Fact]
    public async Task The_option_lets_it_be_fetched()
    {
        var run = await RunAsync(Machine, "state", "--download-postgres");

        // It runs, and there is nothing in it yet.
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith($"negotiations: fetching PostgreSQL, version {repository.Version} ", run.Error);
        Assert.EndsWith("nothing was replayed yet; replay coded files first\n", run.Error);
    }

    [Fact]
    public async Task The_environment_lets_it_be_fetched()
    {
        repository.Checksums.Clear();

        var run = await RunAsync(new(Machine) { ["NEGOTIATIONS_DOWNLOAD_POSTGRES"] = "1" }, "state");

        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains("there is no checksum", run.Error);
    }

    [Fact]
    public async Task On_a_terminal_it_is_asked_for()
    {
        // Gives a command a terminal; other systems have it with other options, or not at all.
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/script"))
            return;

        Assert.Contains("on this machine (", await OnTerminalAsync("n"));
        Assert.Empty(repository.Requests);
        var said = await OnTerminalAsync("y");
        Assert.Contains($"Fetch version {repository.Version} (15 to 30 MB) from {repository.Address}", said);
        Assert.Contains("nothing was replayed yet", said);
        Assert.Equal(1, repository.JarRequests);
    }

    private async Task<string> OnTerminalAsync(string answer)
    {
        var command = $"dotnet {Path.Combine(AppContext.BaseDirectory, "negotiations.dll")} state";
        var start = new ProcessStartInfo("script", ["--quiet", "--command", command, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Machine)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(answer);
        await process.StandardInput.FlushAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said;
    }

    private static async Task<CommandRun> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var process = CommandProcess.Start(environment, arguments);
        return await process.EndAsync();
    }
}
