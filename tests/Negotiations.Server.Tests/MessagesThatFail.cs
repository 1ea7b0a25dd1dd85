using System.Net;
using System.Text.Json.Nodes;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>What becomes of a message that could not be carried out at once.</summary>
[Collection(OneServer.Name)]
public sealed class MessagesThatFail(RunningServer server)
{
    [Fact]
    public async Task It_is_tried_again_while_the_database_fails()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await using var failing = await FailingCommits.CreateAsync(server.Database, quarry.Talks, "40001", times: 10);

        await server.SendAsync(new RecordArticle(quarry.Article(1, 1, 2)));

        await server.UntilCountAsync(3, CountEventsSql(quarry));
        await server.UntilQuietAsync();
        Assert.InRange(await failing.CountAsync(), 10, long.MaxValue);
        Assert.Equal((0, 1), (await DeadLettersAsync(quarry), await server.CountOfMessagesAsync(quarry.Talks)));
    }

    [Fact]
    public async Task It_is_a_dead_letter_when_that_does_not_help_and_is_carried_out_when_somebody_says_so()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await using (await FailingCommits.CreateAsync(server.Database, quarry.Talks, "40001"))
        {
            await server.SendAsync(new RecordArticle(quarry.Article(1, 1, 2)));
            await RunningServer.UntilAsync(async () => await DeadLettersAsync(quarry) == 1, "a dead letter");
            Assert.Equal(0, await server.Database.QueryAsync<long>(CountEventsSql(quarry)));
        }

        await server.Database.ExecuteAsync(
            $"update wolverine.wolverine_dead_letters set replayable = true where {Is(quarry)}"
        );
        await server.UntilCountAsync(3, CountEventsSql(quarry));
        await server.UntilQuietAsync();
        Assert.Equal((0, 1), (await DeadLettersAsync(quarry), await server.CountOfMessagesAsync(quarry.Talks)));
    }

    [Fact]
    public async Task What_is_refused_is_a_dead_letter_at_once_with_the_reason()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        var coded = quarry.Article(1, 1);

        await server.SendAsync(
            new RecordArticle(
                coded with
                {
                    Text = coded.Text.Replace("PositionStated", "PositionSettled", StringComparison.Ordinal),
                }
            )
        );

        await RunningServer.UntilAsync(async () => await DeadLettersAsync(quarry) == 1, "a dead letter");
        var reason = await server.Database.QueryAsync<string>(
            "select exception_type || ': ' || exception_message from wolverine.wolverine_dead_letters "
                + $"where {Is(quarry)}"
        );
        Assert.Contains(nameof(CodingException), reason);
        Assert.Matches(@"grindstone-001\.yaml:\d+", reason);
        Assert.Equal(0, await server.Database.QueryAsync<long>(CountEventsSql(quarry)));
    }

    [Fact]
    public async Task Who_is_overtaken_decides_anew()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));

        await Task.WhenAll(
            Enumerable
                .Range(2, 8)
                .Select(report => server.TakeInAsync("/api/articles/reports", quarry.Article(1, report)))
        );

        await server.UntilQuietAsync();
        Assert.Equal(10, await server.Database.QueryAsync<long>(CountEventsSql(quarry)));
        Assert.Equal(9, await server.CountOfMessagesAsync(quarry.Talks));
    }

    [Fact]
    public async Task Who_hands_in_what_another_hands_in_at_the_same_time_is_told_that_nothing_is_new()
    {
        var quarry = Quarry.New();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(_ => server.PostAsync("/api/articles", quarry.Article(1, Enumerable.Range(1, 30))))
        );
        await server.UntilQuietAsync();

        Assert.All(answers, answer => Assert.True(answer.Status == HttpStatusCode.OK, answer.Body));
        Assert.Equal(
            [.. Enumerable.Repeat(0, 11), 31],
            answers.Select(answer => (int)JsonNode.Parse(answer.Body)!["appended"]!).Order()
        );
        Assert.Equal(
            (31, 1),
            (
                await server.Database.QueryAsync<long>(CountEventsSql(quarry)),
                await server.CountOfMessagesAsync(quarry.Talks)
            )
        );
    }

    private Task<long> DeadLettersAsync(Quarry quarry) =>
        server.Database.QueryAsync<long>($"select count(*) from wolverine.wolverine_dead_letters where {Is(quarry)}");

    private static string CountEventsSql(Quarry quarry) =>
        $"select count(*) from mt_events where stream_id = '{quarry.ForArticle(1)}'";

    private static string Is(Quarry quarry) => $"position(convert_to('{quarry.Talks}', 'UTF8') in body) > 0";
}
