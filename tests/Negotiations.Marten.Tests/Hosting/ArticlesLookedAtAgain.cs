using System.Net.Http.Headers;
using System.Net;
using System.Text.Json.Nodes;

namespace Negotiations.Marten.Tests;

/// <summary>After its time somebody is asked to look at an article again.</summary>
public sealed class ArticlesLookedAtAgain : IAsyncLifetime
{
    private readonly RunningHost host = new();
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        await host.TakeInAsync("/negotiations", quarry.Definition);
    }

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_asked_also_where_the_host_was_stopped_in_between_until_somebody_has_looked()
    {
        await host.TakeInAsync("/articles", quarry.Article(1, 1));
        await host.StopAsync();
        Assert.Equal(1, await ScheduledAsync());
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from mt_doc_due_check"));

        await host.StartAsync();
        await RunningHost.UntilAsync(async () => (await DueAsync()).Count == 1, "an article to look at");
        Assert.Equal(Quarry.ArticleId(1), (string?)(await DueAsync())[0]!["article"]);

        using var nothing = new StringContent("", new MediaTypeHeaderValue("application/json"));
        using var done = await host.Http.PostAsync($"/talks/{quarry.Talks}/articles/{Quarry.ArticleId(1)}/checked", nothing);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        Assert.Empty(await DueAsync());
        await RunningHost.UntilAsync(async () => (await DueAsync()).Count == 1, "the article to look at again");
    }

    private Task<long> ScheduledAsync() => host.Database.QueryAsync<long>("select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled'");

    private async Task<JsonArray> DueAsync() => JsonNode.Parse((await host.GetAsync($"/talks/{quarry.Talks}/checks")).Body)!["due"]!.AsArray();
}
