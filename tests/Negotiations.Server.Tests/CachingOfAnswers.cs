using System.Net;
using System.Text.RegularExpressions;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>An answer is kept by whoever asks, as long as it is the same, and says of which time it is.</summary>
[Collection(OneServer.Name)]
public sealed class CachingOfAnswers(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("state?recorded-by={0}")]
    [InlineData("positions?recorded-by={0}")]
    [InlineData("blame?recorded-by={0}&known-by=2031-05-02")]
    [InlineData("history?recorded-by={0}")]
    [InlineData("reports?recorded-by={0}")]
    [InlineData("diff?clock=recorded&from={0}&to={0}")]
    public async Task An_answer_at_a_position_stays_for_ever(string question)
    {
        var path = Locate(question, await ReadPositionAsync());
        using var first = await server.Http.GetAsync(path);
        var body = await first.Content.ReadAsStringAsync();

        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        using var second = await server.Http.GetAsync(path);
        using var held = await AskAsync(path, first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal("public, max-age=31536000, immutable", CacheControl(first));
        Assert.Equal((first.Headers.ETag, body), (second.Headers.ETag, await second.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.NotModified, ""), (held.StatusCode, await held.Content.ReadAsStringAsync()));
        Assert.Equal(first.Headers.ETag, held.Headers.ETag);
    }

    [Fact]
    public async Task An_answer_as_of_now_is_the_same_until_something_is_recorded()
    {
        var path = Locate("state");
        using var first = await server.Http.GetAsync(path);
        var tag = first.Headers.ETag!.ToString();
        using var held = await AskAsync(path, $"\"other\", {tag}");

        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        using var later = await AskAsync(path, tag);

        Assert.Equal("public, no-cache", CacheControl(first));
        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.NotEqual(tag, later.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task Whoever_has_the_answer_is_told_so_without_a_look_at_any_event()
    {
        var path = Locate("blame?facts=2031-05");
        using var first = await server.Http.GetAsync(path);
        await using var holder = new NpgsqlConnection(server.Database.ConnectionString);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using (
            var command = new NpgsqlCommand("lock table mt_events, mt_streams in access exclusive mode", holder)
        )
            await command.ExecuteNonQueryAsync();

        using var held = await AskAsync(path, first.Headers.ETag!.ToString()).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(HttpStatusCode.NotModified, held.StatusCode);
    }

    [Fact]
    public async Task An_erasure_makes_another_answer_of_one_at_a_position()
    {
        var path = Locate("state?recorded-by={0}", await ReadPositionAsync());
        using var before = await server.Http.GetAsync(path);
        await using (var owner = NpgsqlDataSource.Create(server.Database.ConnectionString))
        {
            var store = await MartenEventStore.OpenExistingAsync(owner);
            var recorded = (await store.ReadStreamAsync(quarry.ForArticle(1))).Events[^1];
            var plan = ErasurePlan.Create(await store.ReadLogAsync(quarry.Talks, recordedBy: null), recorded);
            await store.EraseAsync(quarry.ForArticle(1), plan.ExpectedVersion, plan.By("the officer", "a request"));
        }

        using var after = await AskAsync(path, before.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }

    [Fact]
    public async Task Under_a_short_name_it_is_asked_for_again()
    {
        var path = Locate("state?recorded-by={0}", await ReadPositionAsync())
            .Replace(quarry.Talks, quarry.Talks[..^1], StringComparison.Ordinal);
        using var response = await server.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("public, no-cache", CacheControl(response));
    }

    [Theory]
    [InlineData("state?recorded-by=99999999")]
    [InlineData("state?known-by=someday")]
    [InlineData("audit")]
    public async Task What_fails_and_what_is_checked_anew_is_not_kept(string question)
    {
        using var response = await server.Http.GetAsync(Locate(question));

        Assert.Null(response.Headers.ETag);
        Assert.DoesNotContain("immutable", response.Headers.CacheControl?.ToString() ?? "");
    }

    [Theory]
    [InlineData("state?recorded-by={0}")]
    [InlineData("state")]
    [InlineData("timemap")]
    [InlineData("changes")]
    public async Task Head_gives_the_headers_alone(string question)
    {
        var path = Locate(question, await ReadPositionAsync());
        using var whole = await server.Http.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await server.Http.SendAsync(request);

        Assert.Equal(
            (whole.StatusCode, whole.Headers.ETag, whole.Content.Headers.ContentType),
            (head.StatusCode, head.Headers.ETag, head.Content.Headers.ContentType)
        );
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_answer_at_a_position_says_when_that_was_and_leads_to_its_neighbours()
    {
        var middle = await ReadPositionAsync();
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        var last = await ReadPositionAsync();

        using var response = await server.Http.GetAsync(Locate("state?facts=2031-05&recorded-by={0}", middle));
        var links = ReadLinks(response);

        var recorded = await server.Database.QueryAsync<DateTime>(
            $"select date_trunc('second', recorded_at) from negotiations_record where position = {middle}"
        );
        Assert.Equal(recorded.ToUniversalTime().ToString("R"), response.Headers.GetValues("Memento-Datetime").Single());
        Assert.EndsWith("/state?facts=2031-05", links["original"]);
        Assert.Matches($"/state[?]facts=2031-05&recorded-by={last}-[0-9a-f]{{12}}$", links["next"]);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(links["next"])).Status);
        // Before the article there is the negotiation alone.
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(links["prev"])).Status);
        using var now = await server.Http.GetAsync(links["original"]);
        Assert.Matches($"recorded-by={last}-[0-9a-f]{{12}}$", ReadLinks(now)["memento"]);
        Assert.False(now.Headers.Contains("Memento-Datetime"));
    }

    [Fact]
    public async Task The_time_map_lists_every_time_at_which_something_was_recorded()
    {
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        using var response = await server.Http.GetAsync(Locate("timemap?of=blame"));
        var map = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/link-format", response.Content.Headers.ContentType?.MediaType);
        var mementos = Regex.Matches(map, "<([^>]*)>; rel=\"(first |last )*memento\"; datetime=\"[^\"]* GMT\"");
        Assert.Equal(3, mementos.Count);
        Assert.Contains("rel=\"first memento\"", map);
        Assert.Contains("rel=\"last memento\"", map);
        foreach (Match memento in mementos)
            Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(memento.Groups[1].Value)).Status);
    }

    private string Locate(string question, long position = 0) =>
        $"/api/{quarry.Talks}/{question.Replace("{0}", $"{position}", StringComparison.Ordinal)}";

    // The position at which the negotiation was last told of something.
    private Task<long> ReadPositionAsync() =>
        server.Database.QueryAsync<long>(
            "select max(position) from negotiations_record r join mt_events e using (seq_id) "
                + $"where e.stream_id like '%/{quarry.Talks}%'"
        );

    private async Task<HttpResponseMessage> AskAsync(string path, string tag) =>
        await server.SendAsync(HttpMethod.Get, path, null, null, ("If-None-Match", tag));

    private static string CacheControl(HttpResponseMessage response) =>
        string.Join(", ", response.Headers.NonValidated["Cache-Control"]);

    private static Dictionary<string, string> ReadLinks(HttpResponseMessage response) =>
        Regex
            .Matches(string.Join(", ", response.Headers.GetValues("Link")), "<([^>]*)>; rel=\"([^\"]*)\"")
            .ToDictionary(link => link.Groups[2].Value, link => link.Groups[1].Value, StringComparer.Ordinal);
}
