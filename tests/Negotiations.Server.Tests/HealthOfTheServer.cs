using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>Whether it runs, whether it can answer, and what it does, is told to those who run it.</summary>
public sealed class HealthOfTheServer : IAsyncLifetime
{
    private readonly HttpListener collector = new();
    private readonly List<(string Path, string Body)> collected = [];
    private readonly int port = FindPort();
    private RunningServer server = null!;

    public async Task InitializeAsync()
    {
        collector.Prefixes.Add($"http://127.0.0.1:{port}/");
        collector.Start();
        _ = CollectAsync();
        server = new()
        {
            Own = RunningServer.Settings with
            {
                SingleUser = false,
                Reading = Reading.Closed,
                TelemetryEndpoint = new($"http://127.0.0.1:{port}"),
            },
        };
        await server.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        collector.Close();
    }

    [Fact]
    public async Task It_is_ready_while_the_database_answers_and_live_also_when_it_does_not()
    {
        var (live, _) = await server.GetAsync("/health/live");
        var (ready, body) = await server.GetAsync("/health/ready");
        await server.Database.ExecuteAsync("alter table negotiations_record rename to negotiations_away");
        var (_, alive) = await server.GetAsync("/health/live");
        var (gone, lost) = await server.GetAsync("/health/ready");
        await server.Database.ExecuteAsync("alter table negotiations_away rename to negotiations_record");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live, ready));
        var checks = JsonNode.Parse(body)!["checks"]!;
        Assert.Equal(
            ("healthy", "healthy"),
            ((string?)checks["database"]!["status"], (string?)checks["highWater"]!["status"])
        );
        Assert.NotNull(checks["highWater"]!["reached"]);
        Assert.Equal("healthy", (string?)JsonNode.Parse(alive)!["status"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, gone);
        Assert.DoesNotContain("negotiations_record", lost);
    }

    [Fact]
    public async Task A_daemon_that_stands_still_is_noticed()
    {
        await using var none = NpgsqlDataSource.Create("Host=localhost");
        var check = new HighWaterCheck(none);
        var start = DateTimeOffset.UtcNow;

        Assert.False(check.StandsStill(10, 5, start));
        Assert.False(check.StandsStill(20, 5, start.AddMinutes(2)));
        Assert.True(check.StandsStill(20, 5, start.AddMinutes(3)));
        Assert.False(check.StandsStill(20, 6, start.AddMinutes(4)));
        Assert.False(check.StandsStill(6, 6, start.AddMinutes(9)));
        Assert.False(check.StandsStill(7, 6, start.AddMinutes(10)));
    }

    [Fact]
    public async Task Traces_and_metrics_are_sent_and_say_nothing_of_what_was_asked()
    {
        var quarry = Quarry.New();
        var key = await server.AddKeyAsync("desk", [Roles.Editor]);
        using (var posted = await server.SendAsync(HttpMethod.Post, "/api/negotiations", key, quarry.Definition))
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        using (await server.SendAsync(HttpMethod.Get, $"/api/{quarry.Talks}/state?text=granite-secret", key)) { }

        // What is left is sent when the server stops.
        await server.StopAsync();
        (string Path, string Body)[] sent;
        lock (collected)
            sent = [.. collected];
        await server.StartAsync();

        Assert.Contains(sent, one => one.Path == "/v1/metrics");
        var traces = string.Concat(sent.Where(one => one.Path == "/v1/traces").Select(one => one.Body));
        Assert.Contains("/api/{talks}/state", traces);
        Assert.Contains("postgresql", traces);
        Assert.DoesNotContain("granite-secret", traces);
        Assert.DoesNotContain("Stonecutters", traces);
        Assert.DoesNotContain(key, traces);
    }

    private async Task CollectAsync()
    {
        while (collector.IsListening)
        {
            try
            {
                var context = await collector.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                lock (collected)
                    collected.Add((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.ToArray())));
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
                return;
            }
        }
    }

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
