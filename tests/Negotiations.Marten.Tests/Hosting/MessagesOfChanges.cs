using System.Net;
using System.Text.Json.Nodes;

namespace Negotiations.Marten.Tests;

/// <summary>A message about a change leaves if and only if the change is committed.</summary>
[Collection(OneHost.Name)]
public sealed class MessagesOfChanges(RunningHost host)
{
    [Fact]
    public async Task Each_change_that_is_committed_leaves_once_with_the_positions_between_which_it_lies()
    {
        var quarry = Quarry.New();
        await host.TakeInAsync("/negotiations", quarry.Definition);
        await host.TakeInAsync("/articles", quarry.Article(1, 1, 2));
        await host.TakeInAsync("/articles", quarry.Article(1, 1, 2));
        await host.TakeInAsync("/articles", quarry.Article(2, 1));
        await host.UntilQuietAsync();

        Assert.Equal(2, await host.CountOfMessagesAsync(quarry.Talks));
        var changes = await ChangesAsync(quarry, after: 0);
        Assert.Equal([2, 1], changes.Select(change => (int)change!["facts"]!));
        foreach (var change in changes)
        {
            var (_, diff) = await host.GetAsync($"/talks/{quarry.Talks}/diff?clock=recorded&from={change!["after"]}&to={change["at"]}");
            Assert.Equal((int)change["facts"]!, JsonNode.Parse(diff)!["changes"]!.AsArray().Count);
        }

        Assert.Single(await ChangesAsync(quarry, (long)changes[0]!["at"]!));
    }

    [Fact]
    public async Task No_message_leaves_where_the_commit_fails()
    {
        var quarry = Quarry.New();
        await host.TakeInAsync("/negotiations", quarry.Definition);
        await using (await FailingCommits.CreateAsync(host.Database, quarry.Talks, "P0001"))
        {
            var (status, _) = await host.PostAsync("/articles", quarry.Article(1, 1, 2));
            Assert.Equal(HttpStatusCode.InternalServerError, status);
        }

        await host.UntilQuietAsync();
        Assert.Equal(0, await host.Database.QueryAsync<long>($"select count(*) from mt_events where stream_id = '{quarry.StreamOf(1)}'"));
        Assert.Equal(0, await host.CountOfMessagesAsync(quarry.Talks));
        Assert.Empty(await ChangesAsync(quarry, after: 0));
        Assert.Equal(0, await host.Database.QueryAsync<long>(
            $"select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Scheduled' and position(convert_to('{quarry.Talks}', 'UTF8') in body) > 0"));
    }

    [Fact]
    public async Task A_change_that_is_published_again_leaves_no_second_message()
    {
        var quarry = Quarry.New();
        await host.TakeInAsync("/negotiations", quarry.Definition);
        await host.TakeInAsync("/articles", quarry.Article(1, 1));
        await host.UntilQuietAsync();

        await host.SendAsync(new PublishChange(quarry.Talks, [EventId.OfVersion(quarry.StreamOf(1), "1")]));
        await host.SendAsync(new PublishChange(quarry.Talks, [await FirstEventAsync(quarry)]));
        await host.UntilQuietAsync();

        Assert.Equal(1, await host.CountOfMessagesAsync(quarry.Talks));
        Assert.Single(await ChangesAsync(quarry, after: 0));
    }

    private async Task<JsonArray> ChangesAsync(Quarry quarry, long after)
    {
        var (status, body) = await host.GetAsync($"/talks/{quarry.Talks}/changes?after={after}");
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonNode.Parse(body)!["changes"]!.AsArray();
    }

    private Task<Guid> FirstEventAsync(Quarry quarry) =>
        host.Database.QueryAsync<Guid>($"select id from mt_events where stream_id = '{quarry.StreamOf(1)}' and version = 1");
}
