using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Negotiations.Server.Replicas;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>A primary with a standby: who answers what, and what a failover leaves of positions handed out.</summary>
public sealed class StandbysOfTheDatabase : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();
    private PostgresServer primary = null!;
    private PostgresServer standby = null!;
    private RunningServer server = null!;

    private ReplicaReader Replicas => server.Services.GetRequiredService<ReplicaReader>();

    public async Task InitializeAsync()
    {
        primary = await PostgresServer.CreateAsync();
        standby = await primary.CopyAsync();
        server = new()
        {
            DatabaseServer = primary.ConnectionString,
            Hosts = $"{primary.Host},{standby.Host}",
            Own = RunningServer.Settings with { SingleNode = false },
        };
        await server.InitializeAsync();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await standby.DisposeAsync();
        await primary.DisposeAsync();
    }

    [Fact]
    public async Task A_standby_answers_what_is_bounded_on_the_record_byte_for_byte_and_nothing_else()
    {
        var position = await ReadPositionAsync();
        await KeepFactsAsync();
        await UntilReceivedAsync(position);
        List<string> ofStandby = [];
        foreach (var path in BoundedQuestions(position))
        {
            var before = Replicas.Answered;
            ofStandby.Add(await GetAsync(path));
            Assert.Equal((path, before + 1), (path, Replicas.Answered));
        }

        var answered = Replicas.Answered;
        foreach (var question in new[] { "state", "blame?facts=2031-05", "reports", "changes", "feed.atom" })
            await GetAsync($"/api/{quarry.Talks}/{question}");
        Assert.Equal(answered, Replicas.Answered);

        await standby.StopAsync("immediate");
        foreach (var (path, answer) in BoundedQuestions(position).Zip(ofStandby))
            Assert.Equal(answer, await GetAsync(path));
        Assert.Equal(answered, Replicas.Answered);
    }

    [Fact]
    public async Task While_a_standby_lags_the_primary_answers()
    {
        var before = await ReadPositionAsync();
        await KeepFactsAsync();
        await UntilReceivedAsync(before);
        await standby.QueryAsync<object>("select pg_wal_replay_pause()");
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        var position = await ReadPositionAsync();

        var early = await GetAsync($"/api/{quarry.Talks}/state?recorded-by={before}");
        Assert.Equal(1, Replicas.Answered);
        var late = await GetAsync($"/api/{quarry.Talks}/state?recorded-by={position}");
        Assert.Equal(1, Replicas.Answered);
        await standby.QueryAsync<object>("select pg_wal_replay_resume()");
        await UntilReceivedAsync(position);

        Assert.NotEqual(early, late);
        Assert.Equal(late, await GetAsync($"/api/{quarry.Talks}/state?recorded-by={position}"));
    }

    [Fact]
    public async Task After_an_erasure_a_standby_that_has_not_received_it_does_not_answer()
    {
        var position = await ReadPositionAsync();
        var path = $"/api/{quarry.Talks}/reports?recorded-by={position}";
        await KeepFactsAsync();
        await UntilReceivedAsync(position);
        await GetAsync(path);
        Assert.Equal(1, Replicas.Answered);
        await standby.QueryAsync<object>("select pg_wal_replay_pause()");
        await EraseAsync();

        var erased = await GetAsync(path);

        Assert.Equal(1, Replicas.Answered);
        Assert.Contains("\"erased\": 1", erased);
        await standby.QueryAsync<object>("select pg_wal_replay_resume()");
    }

    [Fact]
    public async Task A_promoted_standby_goes_on_and_refuses_positions_that_it_never_had()
    {
        // What both have.
        var kept = await ReadHandedOutAsync();
        await server.UntilQuietAsync();
        await UntilReceivedAsync(await ReadPositionAsync());
        // What only the old primary ever had.
        await CutOffAsync();
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1, 2));
        await server.UntilQuietAsync();
        await server.UntilCountAsync(2, "select count(*) from public.mt_doc_published_change");
        var lost = await ReadHandedOutAsync();

        await primary.StopAsync("immediate");
        await RunningServer.UntilAsync(
            async () =>
            {
                using var refused = await server.Http.GetAsync($"/api/{quarry.Talks}/state");
                return refused is { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter: not null };
            },
            "it is told to come again"
        );
        await standby.PromoteAsync();
        await RunningServer.UntilAsync(
            async () => (await server.PostAsync("/api/articles", quarry.Article(3, 3))).Status == HttpStatusCode.OK,
            "the server records on the new primary"
        );
        // At the very positions that were lost there are other events now.
        await server.TakeInAsync("/api/articles", quarry.Article(4, 1, 2));

        Assert.Empty(await FindAnsweredAsync(lost, HttpStatusCode.Gone));
        Assert.Empty(await FindAnsweredAsync(kept, HttpStatusCode.OK, HttpStatusCode.NotModified));
        using var held = await AskAsync(kept[0]);
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
    }

    // What a position is handed out in: each with the headers by which it comes back.
    private async Task<IReadOnlyList<HandedOut>> ReadHandedOutAsync()
    {
        var position = await ReadPositionAsync();
        var talks = $"/api/{quarry.Talks}";
        using var now = await server.Http.GetAsync($"{talks}/state");
        var memento = Regex.Match(string.Join(", ", now.Headers.GetValues("Link")), "<([^>]*)>; rel=\"memento\"");
        using var bounded = await server.Http.GetAsync($"{talks}/state?recorded-by={position}");
        using var part = await server.Http.GetAsync($"{talks}/reports?limit=1");
        var next = Regex.Match(string.Join(", ", part.Headers.GetValues("Link")), "<([^>]*)>; rel=\"next\"");
        var proven = memento.Groups[1].Value.Split('=')[^1];
        await server.UntilQuietAsync();
        var changes = JsonNode.Parse(await GetAsync($"{talks}/changes"))!;
        var page = await GetAsync($"/{quarry.Talks}");
        var cited = Regex.Match(page, "https?://[^/ ]*(/[^ <]*/recorded/[0-9]+-[0-9a-f]{12})");
        using var fixedPage = await server.Http.GetAsync($"/{quarry.Talks}/recorded/{position}");
        Assert.True(memento.Success && next.Success && cited.Success);
        return
        [
            new($"{talks}/state?recorded-by={position}", "If-None-Match", $"{bounded.Headers.ETag}"),
            new(memento.Groups[1].Value),
            new($"{talks}/diff?clock=recorded&from=0&to={proven}"),
            new(next.Groups[1].Value),
            new($"{talks}/events", "Last-Event-ID", proven),
            new($"{talks}/events?after={proven}"),
            new($"{talks}/changes?after={changes["next"]}"),
            new(cited.Groups[1].Value),
            new($"/{quarry.Talks}/recorded/{position}", "If-None-Match", $"{fixedPage.Headers.ETag}"),
        ];
    }

    private async Task<IReadOnlyList<string>> FindAnsweredAsync(
        IReadOnlyList<HandedOut> all,
        params IReadOnlyList<HttpStatusCode> otherThan
    )
    {
        List<string> found = [];
        foreach (var one in all)
        {
            using var response = await AskAsync(one);
            if (!otherThan.Contains(response.StatusCode))
                found.Add($"{one}: {response.StatusCode}");
            if (response.StatusCode == HttpStatusCode.Gone && one.Path.StartsWith("/api", StringComparison.Ordinal))
                Assert.Contains("urn:negotiations:lost-position", await response.Content.ReadAsStringAsync());
        }

        return found;
    }

    private Task<HttpResponseMessage> AskAsync(HandedOut one) =>
        server.SendAsync(HttpMethod.Get, one.Path, null, null, one.Header is null ? [] : [(one.Header, one.Value!)]);

    private IEnumerable<string> BoundedQuestions(long position) =>
        new[] { "state?", "positions?", "blame?facts=2031-05/&", "history?facts=2031-05/&", "reports?" }
            .Select(question => $"/api/{quarry.Talks}/{question}recorded-by={position}")
            .Append($"/api/{quarry.Talks}/diff?clock=recorded&from=1&to={position}");

    private async Task<string> GetAsync(string path)
    {
        var (status, body) = await server.GetAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {body}");
        return body;
    }

    private Task<long> ReadPositionAsync() =>
        server.Database.QueryAsync<long>("select max(position) from public.negotiations_record");

    // A standby cannot make them itself.
    private Task<string> KeepFactsAsync() => GetAsync($"/api/{quarry.Talks}/state");

    private Task UntilReceivedAsync(long position) =>
        RunningServer.UntilAsync(
            async () =>
                await standby.QueryAsync<bool>(
                    $"""
                    select pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() and exists (
                      select from public.negotiations_record where position = {position}) and exists (
                      select from public.negotiations_fact_builds where is_ready and position >= {position})
                    """,
                    await server.Database.QueryAsync<string>("select current_database()::text")
                ),
            "the standby has received it"
        );

    private async Task CutOffAsync()
    {
        await standby.QueryAsync<object>("alter system set primary_conninfo = ''; select pg_reload_conf()");
        await RunningServer.UntilAsync(
            async () => await primary.QueryAsync<long>("select count(*) from pg_stat_replication") == 0,
            "nobody receives what is written"
        );
    }

    private async Task EraseAsync()
    {
        await using var owner = NpgsqlDataSource.Create(server.Database.ConnectionString);
        var store = await MartenEventStore.OpenExistingAsync(owner);
        var recorded = (await store.ReadStreamAsync(quarry.ForArticle(1))).Events[^1];
        var plan = ErasurePlan.Create(await store.ReadLogAsync(quarry.Talks, recordedBy: null), recorded);
        await store.EraseAsync(quarry.ForArticle(1), plan.ExpectedVersion, plan.By("the officer", "a request"));
    }

    private sealed record HandedOut(string Path, string? Header = null, string? Value = null);
}
