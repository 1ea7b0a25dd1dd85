using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>A request with an Idempotency-Key that is sent again is not done again.</summary>
[Collection(OneServer.Name)]
public sealed class RequestsSentAgain(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();
    private readonly string key = Guid.NewGuid().ToString();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task It_is_answered_as_the_first_time()
    {
        var first = await PostAsync("/api/articles", quarry.Article(2, 1), key);
        var second = await PostAsync("/api/articles", quarry.Article(2, 1), key);
        var without = await server.PostAsync("/api/articles", quarry.Article(2, 1));

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first, second);
        Assert.Equal(2, (int)JsonNode.Parse(second.Body)!["appended"]!);
        Assert.Equal(0, (int)JsonNode.Parse(without.Body)!["appended"]!);
    }

    [Fact]
    public async Task A_correction_is_recorded_once()
    {
        var correction = await CorrectAsync("misread");

        var first = await PostAsync("/api/corrections", correction, key);
        var second = await PostAsync("/api/corrections", correction, key);

        Assert.True(first.Status == HttpStatusCode.OK, first.Body);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_done_once()
    {
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => PostAsync("/api/articles", quarry.Article(3, 1, 2), key))
        );

        Assert.Single(answers.Distinct());
        Assert.Equal(3, (int)JsonNode.Parse(answers[0].Body)!["appended"]!);
    }

    [Fact]
    public async Task A_correction_that_is_sent_many_times_at_once_is_answered_as_the_first()
    {
        var correction = await CorrectAsync("misread");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => PostAsync("/api/corrections", correction, key))
        );

        var only = Assert.Single(answers.Distinct());
        Assert.True(only.Status == HttpStatusCode.OK, only.Body);
    }

    [Fact]
    public void The_same_key_of_somebody_else_is_another()
    {
        var one = Sender.From(Request("one"), "content");
        var other = Sender.From(Request("other"), "content");

        Assert.NotEqual(one.Request, other.Request);

        HttpRequest Request(string name)
        {
            var context = new DefaultHttpContext();
            context.Features.Set(new Caller(name, []));
            context.Request.Headers["Idempotency-Key"] = key;
            return context.Request;
        }
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_refused()
    {
        await PostAsync("/api/articles", quarry.Article(2, 1), key);

        var other = await PostAsync("/api/articles", quarry.Article(2, 1, 2), key);
        var elsewhere = await PostAsync("/api/articles/reports", quarry.Article(2, 1, 2), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Idempotency-Key", other.Body);
        Assert.Equal(HttpStatusCode.OK, elsewhere.Status);
    }

    [Fact]
    public async Task What_was_refused_may_be_sent_again()
    {
        var coded = quarry.Article(2, 1);
        var wrong = coded with { Text = coded.Text.Replace("certainty: 4", "certainty: 9", StringComparison.Ordinal) };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("/api/articles", wrong, key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/api/articles", coded, key)).Status);
    }

    [Fact]
    public async Task It_is_forgotten_after_a_day()
    {
        await PostAsync("/api/articles", quarry.Article(2, 1), key);
        await server.Database.ExecuteAsync(
            """
            update mt_doc_earlier_intake
               set data = jsonb_set(data, '{at}', to_jsonb(now() - interval '25 hours'))
            """
        );

        var again = await PostAsync("/api/articles", quarry.Article(2, 1), key);

        Assert.Equal(0, (int)JsonNode.Parse(again.Body)!["appended"]!);
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("")]
    public async Task A_key_of_another_form_is_refused(string wrong)
    {
        var (status, body) = await PostAsync("/api/articles", quarry.Article(2, 1), wrong);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Idempotency-Key", (string?)JsonNode.Parse(body)!["errors"]![0]!["field"]);
    }

    private async Task<SubmittedFile> CorrectAsync(string reason)
    {
        var reports = JsonNode.Parse((await server.GetAsync($"/api/{quarry.Talks}/reports")).Body)!["reports"]!;
        var correction = new JsonObject
        {
            ["event"] = (string)reports[0]!["id"]!,
            ["correction"] = new JsonObject
            {
                ["by"] = "coder",
                ["reason"] = reason,
                ["retract"] = true,
            },
        };
        return new("correction", correction.ToJsonString());
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, SubmittedFile coded, string sent)
    {
        using var response = await server.SendAsync(HttpMethod.Post, path, null, coded, ("Idempotency-Key", sent));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
