using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Npgsql;
using Xunit.Abstractions;

namespace Negotiations.Server.Tests;

/// <summary>The database is stopped and started again while the server answers and records.</summary>
public sealed class DatabaseThatGoesAway(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Quarry quarry = Quarry.New();
    private readonly ConcurrentBag<int> taken = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> statuses = [];
    private PostgresServer postgres = null!;
    private RunningServer server = null!;

    public async Task InitializeAsync() => postgres = await PostgresServer.CreateAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await postgres.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Meanwhile_everybody_is_told_to_come_again_and_afterwards_nothing_is_lost_or_done_twice(
        bool isSingleNode
    )
    {
        await StartAsync(isSingleNode);
        using var end = new CancellationTokenSource();
        // Before anything is recorded, which it would not be told of.
        using var listener = await ListenAsync();
        var clients = Task.WhenAll([
            .. Enumerable.Range(1, Writers).Select(number => WriteAsync(number, end.Token)),
            .. Enumerable.Repeat($"/api/{quarry.Talks}/state", 4).Select(path => ReadAsync(path, end.Token)),
            .. Enumerable.Repeat($"/{quarry.Talks}", 4).Select(path => ReadAsync(path, end.Token)),
        ]);
        foreach (var mode in new[] { "fast", "immediate", "immediate" })
        {
            await AdvanceAsync();
            await postgres.StopAsync(mode);
            await UntilRefusedAsync($"/api/{quarry.Talks}/state", "application/problem+json");
            await UntilRefusedAsync($"/{quarry.Talks}", "text/html");
            await UntilRefusedAsync("/health/ready", "application/json");
            await RefuseAsync();
            await postgres.StartAsync();
        }

        await AdvanceAsync();
        await end.CancelAsync();
        await clients;
        var counts = string.Join(", ", statuses.Select(one => $"{(int)one.Key}: {one.Value}"));
        output.WriteLine($"{taken.Count} articles; answers: {counts}");

        await HoldAsync();
        Assert.Equal(taken.Count, await CountEventsAsync(listener, taken.Count));
    }

    [Fact]
    public async Task Whoever_has_a_key_is_told_the_same_and_what_needs_no_database_is_answered()
    {
        server = new()
        {
            DatabaseServer = postgres.ConnectionString,
            Own = RunningServer.Settings with { SingleUser = false },
        };
        await server.InitializeAsync();
        var editor = await server.AddKeyAsync("desk", [Roles.Editor]);
        using (await server.SendAsync(HttpMethod.Post, "/api/negotiations", editor, quarry.Definition)) { }
        var key = await server.AddKeyAsync("script", [Roles.Reader]);

        await postgres.StopAsync("fast");

        foreach (var path in new[] { "/api", $"/api/{quarry.Talks}/state", $"/{quarry.Talks}" })
        {
            using var refused = await server.SendAsync(HttpMethod.Get, path, key);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.NotEmpty(await refused.Content.ReadAsStringAsync());
        }

        foreach (var path in new[] { "/health/live", "/openapi/v1.json" })
        {
            using var answered = await server.SendAsync(HttpMethod.Get, path, key);
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }

        await postgres.StartAsync();
    }

    private async Task StartAsync(bool isSingle)
    {
        server = new()
        {
            DatabaseServer = postgres.ConnectionString,
            Own = RunningServer.Settings with { SingleNode = isSingle },
        };
        await server.InitializeAsync();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
    }

    private async Task HoldAsync()
    {
        await server.UntilQuietAsync();
        await server.UntilCountAsync(taken.Count, "select count(*) from public.mt_doc_published_change");
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>("select count(*) from wolverine.wolverine_dead_letters")
        );
        Assert.Equal(taken.Count, await server.CountOfMessagesAsync(quarry.Talks));
        await using var source = NpgsqlDataSource.Create(server.Database.ConnectionString);
        var store = await MartenEventStore.OpenExistingAsync(source);
        Assert.Equal(1 + 3 * taken.Count, (await store.ReadPositionAsync()).Position);
        await foreach (var fault in store.CheckChainAsync())
            Assert.Fail($"{fault}");
        var folded = Answer.To(new Question(quarry.Talks), await store.ReadLogAsync(quarry.Talks, recordedBy: null));
        var (_, state) = await server.GetAsync($"/api/{quarry.Talks}/state");
        Assert.Equal($"{AnswerJson.Write(folded.State)}\n", state);
        // The daemon goes on, without a restart.
        await RunningServer.UntilAsync(
            async () =>
            {
                var (status, body) = await server.GetAsync("/health/ready");
                var marks = JsonNode.Parse(body)!["checks"]!["highWater"]!;
                return status == HttpStatusCode.OK && (long)marks["reached"]! >= (long)marks["recorded"]!;
            },
            "the daemon has come to the end of the record"
        );
        await server.UntilCountAsync(
            0,
            """
            select (select max(seq_id) from public.negotiations_record)
                 - (select coalesce(max(last_seq_id), 0) from public.mt_event_progression where name like 'Facts:%')
            """
        );
    }

    // Long enough that no retry within a request bridges it.
    private Task RefuseAsync()
    {
        var before = statuses.GetValueOrDefault(HttpStatusCode.ServiceUnavailable);
        return RunningServer.UntilAsync(
            () => Task.FromResult(statuses.GetValueOrDefault(HttpStatusCode.ServiceUnavailable) >= before + 100),
            "many are refused"
        );
    }

    // Of each client every fourth article.
    private async Task WriteAsync(int number, CancellationToken end)
    {
        for (; !end.IsCancellationRequested && number < 300; number += Writers)
        {
            var key = $"{Guid.NewGuid()}";
            while (true)
            {
                using var response = await server.SendAsync(
                    HttpMethod.Post,
                    "/api/articles",
                    null,
                    quarry.Article(number, 1, 2),
                    ("Idempotency-Key", key)
                );
                await NoteAsync(response);
                if (response.StatusCode == HttpStatusCode.OK)
                    break;
                await Task.Delay(Pause, CancellationToken.None);
            }

            taken.Add(number);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task ReadAsync(string path, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            using var response = await server.Http.GetAsync(path, CancellationToken.None);
            await NoteAsync(response);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    private async Task NoteAsync(HttpResponseMessage response)
    {
        statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
        if (response.StatusCode == HttpStatusCode.OK)
            return;
        Assert.True(
            response.StatusCode == HttpStatusCode.ServiceUnavailable,
            $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}"
        );
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private Task UntilRefusedAsync(string path, string type) =>
        RunningServer.UntilAsync(
            async () =>
            {
                using var response = await server.Http.GetAsync(path);
                return response.StatusCode == HttpStatusCode.ServiceUnavailable
                    && response.Headers.RetryAfter is not null
                    && response.Content.Headers.ContentType?.MediaType == type;
            },
            $"{path} is refused while the database is away"
        );

    private Task AdvanceAsync()
    {
        var before = taken.Count;
        return RunningServer.UntilAsync(() => Task.FromResult(taken.Count >= before + 15), "articles come in");
    }

    private async Task<HttpResponseMessage> ListenAsync() =>
        await server.SendAsync(HttpMethod.Get, $"/api/{quarry.Talks}/events");

    // Whoever listens stays, is told of everything once, and of nothing twice.
    private static async Task<int> CountEventsAsync(HttpResponseMessage listener, int most)
    {
        using var events = new StreamReader(await listener.Content.ReadAsStreamAsync());
        // It is never silent, so that what is missing would be waited for in vain.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        HashSet<string> ids = [];
        while (ids.Count < most && await events.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                Assert.True(ids.Add(line));
        }

        return ids.Count;
    }
}
