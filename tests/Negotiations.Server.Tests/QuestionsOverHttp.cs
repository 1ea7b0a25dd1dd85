using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Negotiations.Cli;

namespace Negotiations.Server.Tests;

/// <summary>The server answers as the command line does, byte for byte.</summary>
[Collection(OneServer.Name)]
public sealed class QuestionsOverHttp(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2, 3));
        await server.TakeInAsync("/api/articles", quarry.Article(2, 1, 2));
        await CorrectAsync(
            $"{Quarry.ArticleId(1)}#report-3",
            new
            {
                by = "coder",
                reason = "misread",
                retract = true,
            }
        );
        await CorrectAsync(
            $"{Quarry.ArticleId(1)}#report-1",
            new
            {
                by = "publisher",
                reason = "an error",
                noticePublished = "2031-05-02T10:00",
                noticeReference = "page 2",
                changes = new[]
                {
                    new
                    {
                        group = "amend",
                        field = "position",
                        value = "no offer",
                    },
                },
            }
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_history_of_a_large_negotiation_is_told_fact_by_fact()
    {
        var most = RunningServer.Settings.MostReportsOfAHistory;
        var large = Quarry.New();
        await server.TakeInAsync("/api/negotiations", large.Definition);
        await server.TakeInAsync("/api/articles", large.Article(1, Enumerable.Range(1, 49)));
        for (var article = 2; article <= 1 + (most / 49); article++)
            await server.TakeInAsync("/api/articles", large.Article(article, Enumerable.Range(1, 49)));

        var (status, all) = await server.GetAsync($"/api/{large.Talks}/history");
        var (_, state) = await server.GetAsync($"/api/{large.Talks}/state");
        var fact = (string)JsonNode.Parse(state)!["facts"]![0]!["key"]!;
        var (one, history) = await server.GetAsync($"/api/{large.Talks}/history?facts={Uri.EscapeDataString(fact)}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("name a fact", all);
        Assert.Equal(HttpStatusCode.OK, one);
        Assert.NotEmpty(JsonNode.Parse(history)!["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("state", "")]
    [InlineData("state", "known-by=May 1")]
    [InlineData("state", "recorded-by=0", HttpStatusCode.NotFound)]
    [InlineData("state", "facts=2031-05/position")]
    [InlineData("state", "happened-by=May 1")]
    [InlineData("state", "actor=the cutters&text=row")]
    [InlineData("positions", "")]
    [InlineData("positions", "known-by=2031-05-03&since=2031-05-01")]
    [InlineData("reports", "withdrawn=true")]
    [InlineData("blame", "")]
    [InlineData("blame", "known-by=2031-05-02T09:00")]
    [InlineData("history", "")]
    [InlineData("history", "facts=2031-05")]
    [InlineData("reports", "type=positionstated&actor=the cutters")]
    [InlineData("diff", "from=2031-05-01T07:30&to=2031-05-03")]
    [InlineData("diff", "clock=happened&from=2031-05-01&to=2031-05-02&known-by=2031-05-03")]
    [InlineData("audit", "")]
    [InlineData("audit", "chain=true&known-by=May 1")]
    public async Task An_answer_is_that_of_the_command(
        string verb,
        string parameters,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        var query = parameters
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToList();

        var asked = string.Join('&', query.Select(pair => $"{pair[0]}={Uri.EscapeDataString(pair[1])}"));
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/{verb}?{asked}");

        Assert.True(status == expected, body);
        if (expected != HttpStatusCode.OK)
            return;
        var facts = query.Where(pair => pair[0] == "facts").Select(pair => pair[1]);
        var options = query
            .Where(pair => pair[0] != "facts")
            .SelectMany(pair => pair[1] == "true" ? [$"--{pair[0]}"] : new[] { $"--{pair[0]}", pair[1] });
        Assert.Equal(
            await CommandAsync([
                verb,
                quarry.Talks,
                .. facts,
                .. options,
                "--format",
                "json",
                "--connection",
                server.Database.ConnectionString,
            ]),
            body
        );
    }

    [Fact]
    public async Task The_answer_now_is_the_same_before_and_after_it_is_kept_ready()
    {
        var (_, folded) = await server.GetAsync($"/api/{quarry.Talks}/state?facts=");
        var position = (long)JsonNode.Parse(folded)!["answered"]!["position"]!;
        await server.UntilCountAsync(
            1,
            $"select count(*) from negotiations_fact_builds where negotiation = '{quarry.Talks}' "
                + $"and is_ready and position >= {position}"
        );

        var (_, kept) = await server.GetAsync($"/api/{quarry.Talks}/state");

        Assert.Equal(JsonNode.Parse(folded)!["facts"]!.ToJsonString(), JsonNode.Parse(kept)!["facts"]!.ToJsonString());
        Assert.Equal(
            await CommandAsync([
                "state",
                quarry.Talks,
                "--format",
                "json",
                "--connection",
                server.Database.ConnectionString,
            ]),
            kept
        );
    }

    private async Task CorrectAsync(string @event, object correction)
    {
        using var response = await server.Http.PostAsJsonAsync(
            "/api/corrections",
            new { @event = await IdOfAsync(@event), correction }
        );
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    // Other tests have articles of the same names in other talks.
    private async Task<string> IdOfAsync(string name)
    {
        var reports = JsonNode.Parse((await server.GetAsync($"/api/{quarry.Talks}/reports")).Body)![
            "reports"
        ]!.AsArray();
        return (string)reports.First(report => (string?)report!["report"] == name)!["id"]!;
    }

    private static async Task<string> CommandAsync(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter();
        Assert.True(await CommandLine.RunAsync(arguments, output, error) == 0, error.ToString());
        return output.ToString();
    }
}
