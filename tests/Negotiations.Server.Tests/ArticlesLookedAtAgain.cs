using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>After its time somebody is asked to look at an article again.</summary>
public sealed class ArticlesLookedAtAgain : IAsyncLifetime
{
    private readonly RunningServer server = new();
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
    }

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task It_is_asked_also_where_the_server_was_stopped_in_between_until_somebody_has_looked()
    {
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await server.StopAsync();
        Assert.Equal(1, await ScheduledAsync());
        Assert.Equal(0, await server.Database.QueryAsync<long>("select count(*) from mt_doc_due_check"));

        await server.StartAsync();
        await RunningServer.UntilAsync(async () => (await DueAsync()).Count == 1, "an article to look at");
        Assert.Equal(Quarry.ArticleId(1), (string?)(await DueAsync())[0]!["article"]);

        Assert.Equal(HttpStatusCode.NoContent, await CheckedAsync(Quarry.ArticleId(1)));
        Assert.Empty(await DueAsync());
        await RunningServer.UntilAsync(async () => (await DueAsync()).Count == 1, "the article to look at again");
    }

    [Fact]
    public async Task It_is_not_asked_for_an_article_that_was_erased()
    {
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await RunningServer.UntilAsync(async () => (await DueAsync()).Count == 1, "an article to look at");
        await EraseAsync(quarry.ForArticle(1));

        Assert.Empty(await DueAsync());
        Assert.Equal(HttpStatusCode.NoContent, await CheckedAsync(Quarry.ArticleId(1)));
        await server.UntilQuietAsync();
        Assert.Equal(0, await server.Database.QueryAsync<long>("select count(*) from mt_doc_due_check"));
        Assert.Equal(0, await ScheduledAsync());
    }

    [Fact]
    public async Task Nobody_has_looked_at_an_article_that_is_not_there() =>
        Assert.Equal(HttpStatusCode.NotFound, await CheckedAsync(Quarry.ArticleId(7)));

    private async Task<HttpStatusCode> CheckedAsync(string article)
    {
        using var nothing = new StringContent("", new MediaTypeHeaderValue("application/json"));
        using var done = await server.Http.PostAsync($"/api/{quarry.Talks}/articles/{article}/checked", nothing);
        return done.StatusCode;
    }

    private async Task EraseAsync(string stream)
    {
        await using var owner = NpgsqlDataSource.Create(server.Database.ConnectionString);
        var store = await MartenEventStore.OpenExistingAsync(owner);
        foreach (var recorded in (await store.ReadStreamAsync(stream)).Events.Reverse())
        {
            var plan = ErasurePlan.Create(await store.ReadLogAsync(quarry.Talks, recordedBy: null), recorded);
            await store.EraseAsync(stream, plan.ExpectedVersion, plan.By("the officer", "a request"));
        }
    }

    private Task<long> ScheduledAsync() =>
        server.Database.QueryAsync<long>(
            "select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'"
        );

    private async Task<JsonArray> DueAsync() =>
        JsonNode.Parse((await server.GetAsync($"/api/{quarry.Talks}/checks")).Body)!["due"]!.AsArray();
}
