using System.Net;
using System.Text.Json.Nodes;

namespace Negotiations.Server.Tests;

/// <summary>A message about a change leaves if and only if the change is committed.</summary>
[Collection(OneServer.Name)]
public sealed class MessagesOfChanges(RunningServer server)
{
    [Fact]
    public async Task Each_change_that_is_committed_leaves_once_with_the_positions_between_which_it_lies()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        await server.UntilQuietAsync();

        Assert.Equal(2, await server.CountOfMessagesAsync(quarry.Talks));
        var changes = await ChangesAsync(quarry, after: 0);
        Assert.Equal([2, 1], changes.Select(change => (int)change!["facts"]!));
        foreach (var change in changes)
        {
            var (_, diff) = await server.GetAsync(
                $"/api/{quarry.Talks}/diff?clock=recorded&from={change!["after"]}&to={change["at"]}"
            );
            Assert.Equal((int)change["facts"]!, JsonNode.Parse(diff)!["changes"]!.AsArray().Count);
        }

        var (first, next) = await PageAsync(quarry, "limit=1");
        var (second, end) = await PageAsync(quarry, $"limit=1&after={next}");
        Assert.Equal(
            [.. changes.Select(change => change!.ToJsonString())],
            [.. first.Concat(second).Select(change => change!.ToJsonString())]
        );
        var (rest, same) = await PageAsync(quarry, $"after={end}");
        Assert.Equal((0, end), (rest.Count, same));
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/changes?after=320");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("lies beyond the last of the changes", body);
    }

    [Fact]
    public async Task A_change_that_is_published_late_is_seen_by_whoever_has_read_the_later_ones()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await using var held = await HeldPublication.CreateAsync(server.Database, quarry.Talks);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
        await held.WaitsAsync();
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1));
        await RunningServer.UntilAsync(
            async () => (await ChangesAsync(quarry, after: 0)).Count == 1,
            "the later change is published"
        );
        var (later, next) = await PageAsync(quarry, "after=0");

        await held.LetGoAsync();
        await server.UntilQuietAsync();

        var (earlier, _) = await PageAsync(quarry, $"after={next}");
        Assert.True((long)Assert.Single(earlier)!["at"]! < (long)Assert.Single(later)!["at"]!);
    }

    [Fact]
    public async Task Changes_that_come_in_at_once_are_each_published_once_and_none_overlaps_another()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        var bodies = Enumerable.Range(1, 12).Select(report => quarry.Article(1, report, report + 1, report + 2));
        await Task.WhenAll(bodies.Select(body => server.TakeInAsync("/api/articles/reports", body)));
        await server.UntilQuietAsync();

        var changes = (await ChangesAsync(quarry, after: 0))
            .Select(change => (After: (long)change!["after"]!, At: (long)change["at"]!, Facts: (int)change["facts"]!))
            .ToList();
        Assert.Equal(14, changes.Sum(change => change.Facts));
        Assert.Equal(changes.Count, await server.CountOfMessagesAsync(quarry.Talks));
        foreach (
            var (earlier, later) in changes
                .OrderBy(change => change.At)
                .Zip(changes.OrderBy(change => change.At).Skip(1))
        )
            Assert.True(earlier.At <= later.After, $"{earlier} and {later} overlap");
    }

    [Fact]
    public async Task No_message_leaves_where_the_commit_fails()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await using (await FailingCommits.CreateAsync(server.Database, quarry.Talks, "P0001"))
        {
            var (status, _) = await server.PostAsync("/api/articles", quarry.Article(1, 1, 2));
            Assert.Equal(HttpStatusCode.InternalServerError, status);
        }

        await server.UntilQuietAsync();
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>(
                $"select count(*) from mt_events where stream_id = '{quarry.ForArticle(1)}'"
            )
        );
        Assert.Equal(0, await server.CountOfMessagesAsync(quarry.Talks));
        Assert.Empty(await ChangesAsync(quarry, after: 0));
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>(
                "select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled' "
                    + $"and position(convert_to('{quarry.Talks}', 'UTF8') in body) > 0"
            )
        );
    }

    [Fact]
    public async Task A_change_that_is_published_again_leaves_no_second_message()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await server.UntilQuietAsync();

        await server.SendAsync(new PublishChange(quarry.Talks, [EventId.ForVersion(quarry.ForArticle(1), "1")]));
        await server.SendAsync(new PublishChange(quarry.Talks, [await FirstEventAsync(quarry)]));
        await server.UntilQuietAsync();

        Assert.Equal(1, await server.CountOfMessagesAsync(quarry.Talks));
        Assert.Single(await ChangesAsync(quarry, after: 0));
    }

    private async Task<JsonArray> ChangesAsync(Quarry quarry, long after)
    {
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/changes?after={after}");
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)!["changes"]!.AsArray();
    }

    private async Task<(JsonArray Changes, string Next)> PageAsync(Quarry quarry, string question)
    {
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/changes?{question}");
        Assert.True(status == HttpStatusCode.OK, body);
        var page = JsonNode.Parse(body)!;
        return (page["changes"]!.AsArray(), (string)page["next"]!);
    }

    private Task<Guid> FirstEventAsync(Quarry quarry) =>
        server.Database.QueryAsync<Guid>(
            $"select id from mt_events where stream_id = '{quarry.ForArticle(1)}' and version = 1"
        );
}
