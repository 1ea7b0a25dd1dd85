using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>What is wrong is said as problem details, with the file, the line and the field.</summary>
[Collection(OneServer.Name)]
public sealed class ProblemsOverHttp(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("state?known-by=someday", HttpStatusCode.BadRequest, "known-by")]
    [InlineData("state?knownby=2031-05-01", HttpStatusCode.BadRequest, "knownby")]
    [InlineData("state?known-by=2031-05-01&known-by=2031-05-02", HttpStatusCode.BadRequest, "known-by")]
    [InlineData("state?recorded-by=99999999", HttpStatusCode.BadRequest, "recorded-by")]
    [InlineData("diff?from=2031-05-01", HttpStatusCode.BadRequest, "to")]
    [InlineData("diff?from=1&to=2&clock=wall", HttpStatusCode.BadRequest, "clock")]
    [InlineData("diff?from=1&to=2&known-by=3", HttpStatusCode.BadRequest, "known-by")]
    [InlineData("reports?type=Nothing", HttpStatusCode.BadRequest, "type")]
    [InlineData("reports?withdrawn=perhaps", HttpStatusCode.BadRequest, "withdrawn")]
    [InlineData("reports?act=nothing-like-it", HttpStatusCode.BadRequest, "act")]
    [InlineData("state?actor=Nobody", HttpStatusCode.BadRequest, "actor")]
    [InlineData("state?side=Nowhere", HttpStatusCode.BadRequest, "side")]
    [InlineData("state?issue=nothing", HttpStatusCode.BadRequest, "issue")]
    [InlineData("positions?since=someday", HttpStatusCode.BadRequest, "since")]
    [InlineData("audit?chain=perhaps", HttpStatusCode.BadRequest, "chain")]
    [InlineData("changes?after=yesterday", HttpStatusCode.BadRequest, "after")]
    [InlineData("reports?actor=a%EF%BF%BE", HttpStatusCode.BadRequest, "actor")]
    [InlineData("reports?act=%EF%BF%BF", HttpStatusCode.BadRequest, "act")]
    [InlineData("changes?limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("changes?limit=1001", HttpStatusCode.BadRequest, "limit")]
    public async Task A_wrong_parameter_is_named(string question, HttpStatusCode expected, string field)
    {
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/{question}");

        Assert.True(status == expected, body);
        Assert.Equal(field, (string?)JsonNode.Parse(body)!["errors"]![0]!["field"]);
    }

    [Theory]
    [InlineData("\\uFFFE", "has the character U+FFFE, which no text can have")]
    [InlineData("\\uD800", "has half a character, which no text can have")]
    [InlineData("\\u0000", "has the character U+0000, which no text can have")]
    public async Task What_no_text_can_have_is_named_with_its_place(string escaped, string problem)
    {
        var (status, body) = await server.PostAsync(
            "/api/corrections",
            "application/json",
            $$"""{"event":"a#b","correction":{"reason":"{{escaped}}"} }"""
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var error = JsonNode.Parse(body)!["errors"]![0]!;
        Assert.Equal("$.correction.reason", (string?)error["field"]);
        Assert.Contains(problem, (string?)error["message"]);
    }

    [Theory]
    [InlineData("/api/corrections", "application/json", Limits.Message)]
    [InlineData("/api/articles", "application/yaml", Limits.CodedFile)]
    public async Task A_body_above_the_limit_is_refused(string path, string type, long most)
    {
        var (status, body) = await server.PostAsync(path, type, new string(' ', (int)most + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains($"more than {Limits.Format(most)} bytes", (string?)JsonNode.Parse(body)!["detail"]);
    }

    [Theory]
    [InlineData("/api/nobodys/state", "nobodys")]
    [InlineData("/api/{0}/blame?facts=2031-05/weather", "2031-05/weather")]
    public async Task What_is_not_there_is_not_found(string path, string named)
    {
        var (status, body) = await server.GetAsync(path.Replace("{0}", quarry.Talks, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains(named, (string?)JsonNode.Parse(body)!["detail"]);
    }

    [Fact]
    public async Task An_error_in_a_coded_file_has_its_line_and_field()
    {
        var coded = quarry.Article(2, 1);
        var (status, body) = await server.PostAsync(
            "/api/articles",
            coded with
            {
                Text = coded.Text.Replace("certainty: 4", "certainty: 9", StringComparison.Ordinal),
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        var error = JsonNode.Parse(body)!["errors"]![0]!;
        Assert.Equal(
            ("grindstone-002.yaml", "events[0].certainty", 20),
            ((string?)error["file"], (string?)error["field"], (int)error["line"]!)
        );
    }

    [Fact]
    public async Task An_edited_file_is_refused_with_the_differences_or_taken_in_as_corrections()
    {
        var coded = quarry.Article(1, 1);
        var edited = coded with { Text = coded.Text.Replace("certainty: 4", "certainty: 3", StringComparison.Ordinal) };

        var (status, body) = await server.PostAsync("/api/articles", edited);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("certainty", (string?)JsonNode.Parse(body)!["differences"]![0]!["field"]);

        using var content = new StringContent(edited.Text, Encoding.UTF8, "application/yaml");
        using var taken = await server.Http.PostAsync("/api/articles?reason=second%20reading", content);
        Assert.Equal(1, (int)JsonNode.Parse(await taken.Content.ReadAsStringAsync())!["appended"]!);
    }

    [Fact]
    public async Task Reports_of_a_version_that_is_not_there_are_refused()
    {
        var (status, body) = await server.PostAsync("/api/articles/reports", quarry.Article(3, 1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("record the article first", body);
    }

    [Fact]
    public async Task A_mistyped_member_of_a_correction_is_refused()
    {
        using var content = new StringContent(
            """{"event": "x", "correction": {"by": "coder", "reason": "x", "retrct": true}}""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await server.Http.PostAsync("/api/corrections", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("retrct", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_character_that_no_text_can_have_is_refused_wherever_it_stands()
    {
        var coded = quarry.Article(2, 1);
        var (status, body) = await server.PostAsync(
            "/api/articles",
            coded with
            {
                Text = coded.Text.Replace(
                    "summary: An invented",
                    "summary: \"An \\0\"\n    #",
                    StringComparison.Ordinal
                ),
            }
        );
        Assert.True(status == HttpStatusCode.UnprocessableEntity, body);
        Assert.Equal("events[0].summary", (string?)JsonNode.Parse(body)!["errors"]![0]!["field"]);

        using var content = new StringContent(
            """{"event": "x", "correction": {"by": "coder", "reason": "mis\u0000read", "retract": true}}""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await server.Http.PostAsync("/api/corrections", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("$.correction.reason", await response.Content.ReadAsStringAsync());

        (status, body) = await server.PostAsync("/api/articles", coded with { File = "x&reason=%00" });
        Assert.True(status == HttpStatusCode.BadRequest, body);
    }

    [Theory]
    [InlineData("/api/articles", "text/plain")]
    [InlineData("/api/negotiations", "application/x-www-form-urlencoded")]
    [InlineData("/api/articles/reports", null)]
    [InlineData("/api/corrections", "text/plain; charset=utf-8")]
    [InlineData("/api/any/articles/any/checked", "multipart/form-data; boundary=x")]
    public async Task What_a_page_of_another_site_could_send_is_not_taken_in(string path, string? type)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(quarry.Article(7, 1).Text));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await server.Http.PostAsync(path, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "application/yaml",
            (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]
        );
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>(
                $"select count(*) from mt_streams where id = '{quarry.ForArticle(7)}'"
            )
        );
    }

    [Fact]
    public async Task Who_asks_for_another_host_gets_no_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{quarry.Talks}/state")
        {
            Headers = { Host = "talks.example" },
        };
        using var response = await server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"event": "x"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"event": "x", "correction": {"by": "coder", "reason": "x", "changes": [null]}}""")]
    [InlineData("""{"event": "x", "correction": {"by": "coder", "reason": "x", "changes": [{}]}}""")]
    [InlineData("""{"event": "x", "correction": {"by": "coder", "reason": "x", "retract": "yes"}}""")]
    [InlineData("""{"event": """)]
    [InlineData("""{"event": "x", "correction": {"by": "coder", "reason": "\ud800", "retract": true}}""")]
    public async Task A_correction_of_another_form_is_refused_in_words_of_the_form_alone(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await server.Http.PostAsync("/api/corrections", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("Negotiations.", await response.Content.ReadAsStringAsync());
    }
}
