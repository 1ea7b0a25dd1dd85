using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json.Nodes;
using System.Xml;

namespace Negotiations.Server.Tests;

/// <summary>Whoever listens is told of what is recorded, and can go on from where they were.</summary>
[Collection(OneServer.Name)]
public sealed class EventsOfANegotiation(RunningServer server) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Quarry quarry = Quarry.New();

    public Task InitializeAsync() => server.TakeInAsync("/api/negotiations", quarry.Definition);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_event_comes_when_something_is_recorded_and_none_for_other_negotiations()
    {
        using var response = await ListenAsync();
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        var other = Quarry.New();
        await server.TakeInAsync("/api/negotiations", other.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));

        var told = await ReadEventAsync(events);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(quarry.Talks, (string?)told.Data["talks"]);
        Assert.Equal(told.Id, (long)told.Data["at"]!);
        Assert.Equal(
            await server.Database.QueryAsync<long>(
                "select max(position) from negotiations_record r join mt_events e using (seq_id) "
                    + $"where e.stream_id = '{quarry.ForArticle(1)}'"
            ),
            told.Id
        );
        var (status, diff) = await server.GetAsync(
            $"/api/{quarry.Talks}/diff?clock=recorded&from={told.Data["after"]}&to={told.Id}"
        );
        Assert.True(status == HttpStatusCode.OK, diff);
    }

    [Fact]
    public async Task Whoever_comes_back_is_told_what_they_missed_once()
    {
        var positions = new List<long>();
        using (var first = await ListenAsync())
        using (var events = new StreamReader(await first.Content.ReadAsStreamAsync()))
        {
            await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
            positions.Add((await ReadEventAsync(events)).Id);
        }

        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        await server.TakeInAsync("/api/articles", quarry.Article(3, 1));
        using var again = await ListenAsync(("Last-Event-ID", $"{positions[0]}"));
        using var missed = new StreamReader(await again.Content.ReadAsStreamAsync());
        var (second, third) = (await ReadEventAsync(missed), await ReadEventAsync(missed));

        Assert.True(positions[0] < second.Id && second.Id < third.Id);
        Assert.Equal((positions[0], second.Id), ((long)second.Data["after"]!, (long)third.Data["after"]!));
    }

    [Fact]
    public async Task While_nothing_happens_the_stream_shows_that_it_is_there()
    {
        using var response = await ListenAsync();
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        for (var beats = 0; beats < 2; )
            if (await events.ReadLineAsync().WaitAsync(Patience) == ": still here")
                beats++;
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("yesterday")]
    [InlineData("-1")]
    public async Task A_position_that_the_record_does_not_have_is_refused(string position)
    {
        using var response = await ListenAsync(("Last-Event-ID", position));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Head_does_not_listen()
    {
        using var response = await server.SendAsync(HttpMethod.Head, $"/api/{quarry.Talks}/events").WaitAsync(Patience);

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_feed_has_what_was_recorded_the_latest_first()
    {
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
        await server.UntilQuietAsync();

        var feed = await ReadFeedAsync();
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        var later = await ReadFeedAsync();

        Assert.Equal(2, feed.Items.Count());
        Assert.EndsWith(": 2 reports", feed.Items.First().Title.Text);
        Assert.Matches("^[1-9][0-9]* facts? ha(s|ve) another value: .+[.]$", feed.Items.First().Summary.Text);
        Assert.EndsWith(feed.Title.Text, feed.Items.Last().Title.Text);
        Assert.Equal(feed.Items.Select(item => item.Id), later.Items.Skip(1).Select(item => item.Id));
        Assert.Equal(later.LastUpdatedTime, later.Items.First().LastUpdatedTime);
        foreach (var item in later.Items)
        {
            Assert.Equal(["text/html", "application/json"], item.Links.Select(link => link.MediaType));
            foreach (var link in item.Links)
            {
                using var linked = await server.Http.GetAsync(link.Uri);
                Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
                Assert.Equal(link.MediaType, linked.Content.Headers.ContentType?.MediaType);
            }
        }
    }

    [Fact]
    public async Task Whoever_has_the_feed_is_told_so_until_something_is_recorded()
    {
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await server.UntilQuietAsync();
        var address = $"/api/{quarry.Talks}/feed.atom";
        using var first = await server.Http.GetAsync(address);
        var tag = ("If-None-Match", $"{first.Headers.ETag}");

        using var again = await server.SendAsync(HttpMethod.Get, address, null, null, tag);
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        using var later = await server.SendAsync(HttpMethod.Get, address, null, null, tag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.NotEqual(first.Headers.ETag, later.Headers.ETag);
    }

    [Fact]
    public async Task Only_so_many_listen_at_a_time()
    {
        List<HttpResponseMessage> all = [];
        try
        {
            for (var listener = 0; listener < RunningServer.Settings.MostListeners; listener++)
                all.Add(await ListenAsync());
            all.Add(await ListenAsync());

            // Some of another test may not have left yet.
            Assert.Contains(all, response => response.StatusCode == HttpStatusCode.OK);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, all[^1].StatusCode);
            Assert.NotNull(all[^1].Headers.RetryAfter);
        }
        finally
        {
            foreach (var response in all)
                response.Dispose();
        }

        await RunningServer.UntilAsync(
            async () =>
            {
                using var again = await ListenAsync();
                return again.StatusCode == HttpStatusCode.OK;
            },
            "whoever leaves makes room"
        );
    }

    private Task<HttpResponseMessage> ListenAsync(params (string Name, string Value)[] headers) =>
        server.SendAsync(HttpMethod.Get, $"/api/{quarry.Talks}/events", null, null, headers);

    private async Task<SyndicationFeed> ReadFeedAsync()
    {
        using var response = await server.Http.GetAsync($"/api/{quarry.Talks}/feed.atom");
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        using var reader = XmlReader.Create(await response.Content.ReadAsStreamAsync());
        return SyndicationFeed.Load(reader);
    }

    private static async Task<(long Id, JsonNode Data)> ReadEventAsync(StreamReader events)
    {
        var (id, data) = (0L, "");
        while (await events.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = long.Parse(line[4..].Split('-')[0]);
            if (line.StartsWith("data: ", StringComparison.Ordinal))
                data += line[6..];
            if (line.Length == 0 && data.Length > 0)
                return (id, JsonNode.Parse(data)!);
        }

        throw new EndOfStreamException("the stream ended before an event");
    }
}
