using System.Net;
using System.Net.Sockets;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public class Serving
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task The_pages_are_at_the_address_that_is_said_until_the_command_is_interrupted()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var stopping = new CancellationTokenSource();
        var (output, error) = (new StringWriter(), new StringWriter());
        var running = CommandLine.RunAsync(
            ["serve", "--migrate", "--urls", "http://127.0.0.1:0", "--connection", store.Connection],
            output,
            error,
            stopping.Token
        );
        await Waiting.UntilAsync(
            () => Task.FromResult(running.IsCompleted || $"{output}".Contains('\n')),
            "it says its address"
        );
        Assert.False(running.IsCompleted, $"{error}");

        using var http = new HttpClient { BaseAddress = new($"{output}".Trim()) };
        Assert.Contains("Port Halden talks", await http.GetStringAsync("/harbour/at/2031-04-02"));

        await stopping.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(Patience));
        Assert.DoesNotContain("fail", $"{error}");
    }

    [Fact]
    public async Task A_key_that_is_made_is_listed_and_revoked()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using (var stopped = new CancellationTokenSource())
        {
            var (output, error) = (new StringWriter(), new StringWriter());
            var serving = CommandLine.RunAsync(
                ["serve", "--migrate", "--urls", "http://127.0.0.1:0", "--connection", store.Connection],
                output,
                error,
                stopped.Token
            );
            await Waiting.UntilAsync(
                () => Task.FromResult(serving.IsCompleted || $"{output}".Contains('\n')),
                "it serves"
            );
            await stopped.CancelAsync();
            Assert.Equal(0, await serving.WaitAsync(Patience));
        }

        var added = await RunAsync("add", "desk", "--role", "coder");
        var wrong = await RunAsync("add", "other", "--role", "owner");
        var revoked = await RunAsync("revoke", "desk");
        var listed = await RunAsync("list");

        Assert.StartsWith("negotiations.desk.", added.Output);
        Assert.Equal(2, wrong.Code);
        Assert.Contains("no role 'owner'", wrong.Error);
        Assert.Equal(0, revoked.Code);
        Assert.Contains("desk", listed.Output);
        Assert.Contains("revoked", listed.Output);

        Task<CommandRun> RunAsync(params string[] arguments) =>
            CommandRun.ExecuteAsync(["keys", .. arguments, "--connection", store.Connection]);
    }

    [Fact]
    public async Task A_database_that_was_not_migrated_is_refused()
    {
        await using var store = await SampleStore.InstalledAsync();

        var run = await CommandRun.ExecuteAsync("serve", "--connection", store.Connection);

        Assert.Equal(2, run.Code);
        Assert.Contains("migrate", run.Error);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused()
    {
        await using var store = await SampleStore.InstalledAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = $"http://{other.LocalEndpoint}";

        var run = await CommandRun.ExecuteAsync(
            "serve",
            "--migrate",
            "--urls",
            taken,
            "--connection",
            $"{store.Connection};Pooling=false"
        );

        Assert.Equal(2, run.Code);
        Assert.Contains("--urls", run.Error);
    }

    [Fact]
    public async Task A_folder_of_texts_that_is_not_there_is_refused_before_anything_starts()
    {
        var run = await CommandRun.ExecuteAsync("serve", "--articles", "/no/such/folder");

        Assert.Equal(2, run.Code);
        Assert.Contains("/no/such/folder", run.Error);
    }
}
