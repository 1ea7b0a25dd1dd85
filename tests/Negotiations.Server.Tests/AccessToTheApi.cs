using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>Who may do what: every endpoint, every role, and nobody.</summary>
public sealed class AccessToTheApi : IAsyncLifetime
{
    private static readonly string[] Everybody = ["", Roles.Reader, Roles.Coder, Roles.Editor, Roles.Administrator];

    private readonly RunningServer server = new()
    {
        Own = RunningServer.Settings with { SingleUser = false, Reading = Reading.Closed },
    };

    private readonly Quarry quarry = Quarry.New();
    private readonly Dictionary<string, string?> keys = new(StringComparer.Ordinal) { [""] = null };

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        foreach (var role in Everybody.Skip(1))
            keys[role] = await server.AddKeyAsync($"the-{role}", [role]);
        await RecordAsync("/api/negotiations", Roles.Editor, quarry.Definition);
        await RecordAsync("/api/articles", Roles.Coder, quarry.Article(1, 1));
    }

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Where_reading_is_closed_nobody_gets_anything_without_a_key()
    {
        Assert.Equal(
            """
            none reader coder editor administrator
            401 ok ok ok ok GET /api
            401 ok ok ok ok GET /api/{talks}/state
            401 ok ok ok ok GET /api/{talks}/positions
            401 ok ok ok ok GET /api/{talks}/blame
            401 ok ok ok ok GET /api/{talks}/history
            401 ok ok ok ok GET /api/{talks}/reports
            401 ok ok ok ok GET /api/{talks}/diff
            401 ok ok ok ok GET /api/{talks}/audit
            401 ok ok ok ok GET /api/{talks}/changes
            401 ok ok ok ok GET /api/{talks}/checks
            401 ok ok ok ok GET /api/{talks}/events
            401 ok ok ok ok GET /api/{talks}/feed.atom
            401 ok ok ok ok GET /api/{talks}/timemap
            401 403 403 ok ok POST /api/negotiations
            401 403 ok 403 ok POST /api/articles
            401 403 ok 403 ok POST /api/articles/reports
            401 403 403 ok ok POST /api/corrections
            401 403 ok ok ok POST /api/{talks}/articles/{article}/checked
            401 ok ok ok ok GET /
            401 ok ok ok ok GET /{talks}
            401 ok ok ok ok GET /nowhere
            401 403 403 403 ok POST /nowhere
            """.ReplaceLineEndings("\n"),
            await TryAllAsync()
        );
    }

    [Fact]
    public async Task Where_reading_is_open_nobody_writes_without_a_key()
    {
        await server.StopAsync();
        await server.StartAsync(server.Own with { Reading = Reading.Open });

        var lines = (await TryAllAsync()).Split('\n').Skip(1).ToList();

        Assert.All(lines, line =>
            Assert.StartsWith(line.Contains("GET", StringComparison.Ordinal) ? "ok" : "401", line)
        );
    }

    [Fact]
    public async Task A_key_for_one_negotiation_is_no_key_for_another()
    {
        var other = Quarry.New();
        await RecordAsync("/api/negotiations", Roles.Editor, other.Definition);
        var key = await server.AddKeyAsync("for-one", [Roles.Coder], quarry.Talks);

        using var own = await server.SendAsync(HttpMethod.Post, "/api/articles", key, quarry.Article(2, 1));
        using var foreign = await server.SendAsync(HttpMethod.Post, "/api/articles", key, other.Article(2, 1));
        using var read = await server.SendAsync(HttpMethod.Get, $"/api/{quarry.Talks}/state", key);
        using var peeped = await server.SendAsync(HttpMethod.Get, $"/api/{other.Talks}/state", key);
        using var listed = await server.SendAsync(HttpMethod.Get, "/api", key);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Forbidden],
            new[] { own.StatusCode, foreign.StatusCode, read.StatusCode, peeped.StatusCode }
        );
        var negotiations = JsonNode.Parse(await listed.Content.ReadAsStringAsync())!["negotiations"]!.AsArray();
        Assert.Equal(quarry.Talks, (string?)Assert.Single(negotiations)!["talks"]);
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>(
                $"select count(*) from mt_streams where id = '{other.ForArticle(2)}'"
            )
        );
    }

    [Fact]
    public async Task A_key_for_one_negotiation_learns_nothing_of_others()
    {
        var other = Quarry.New();
        await RecordAsync("/api/negotiations", Roles.Editor, other.Definition);
        await RecordAsync("/api/articles", Roles.Coder, other.Article(7, 1));
        var key = await server.AddKeyAsync("for-one-alone", [Roles.Coder, Roles.Editor], quarry.Talks);
        var mistyped = other.Article(8, 1);
        mistyped = mistyped with { Text = mistyped.Text.Replace("the cutters", "the cuters") };
        var foreign = $"{Quarry.ArticleId(7)}#report-1";

        (HttpMethod, string, SubmittedFile?)[] sent =
        [
            (HttpMethod.Get, "/api/nowhere/state", null),
            (HttpMethod.Get, $"/api/{other.Talks}/state", null),
            (HttpMethod.Post, $"/api/{other.Talks}/articles/{Quarry.ArticleId(7)}/checked", Correct(null)),
            (HttpMethod.Post, "/api/articles", mistyped),
            (HttpMethod.Post, "/api/corrections", Correct(null, foreign)),
            (HttpMethod.Post, "/api/corrections", Correct(null, $"{foreign}x")),
        ];

        foreach (var (method, path, coded) in sent)
        {
            using var response = await server.SendAsync(method, path, key, coded);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{path}: {body}");
            Assert.DoesNotContain(other.Talks, body.Replace(path, "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_sent_something_is_recorded_with_it()
    {
        Assert.Equal(
            1,
            await server.Database.QueryAsync<long>(
                "select count(*) from mt_doc_signed_intake where data ->> 'who' = 'the-coder'"
            )
        );

        using var forged = await server.SendAsync(
            HttpMethod.Post,
            "/api/corrections",
            keys[Roles.Editor],
            Correct("x")
        );
        using var signed = await server.SendAsync(
            HttpMethod.Post,
            "/api/corrections",
            keys[Roles.Editor],
            Correct(null)
        );

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.True(signed.IsSuccessStatusCode, await signed.Content.ReadAsStringAsync());
        Assert.Equal(
            1,
            await server.Database.QueryAsync<long>(
                "select count(*) from mt_events where data::text like '%the-editor%'"
            )
        );
    }

    [Fact]
    public async Task Edits_of_a_coding_are_corrections_and_need_the_editor()
    {
        var coded = quarry.Article(1, 1);
        var edited = coded with { Text = coded.Text.Replace("certainty: 4", "certainty: 3", StringComparison.Ordinal) };
        var both = await server.AddKeyAsync("both", [Roles.Coder, Roles.Editor]);

        using var refused = await server.SendAsync(
            HttpMethod.Post,
            "/api/articles?reason=misread",
            keys[Roles.Coder],
            edited
        );
        using var done = await server.SendAsync(HttpMethod.Post, "/api/articles?reason=misread", both, edited);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, done.StatusCode));
    }

    [Fact]
    public async Task What_is_refused_is_said_as_problem_details()
    {
        using var unknown = await server.SendAsync(HttpMethod.Get, "/api");
        using var forbidden = await server.SendAsync(
            HttpMethod.Post,
            "/api/corrections",
            keys[Roles.Reader],
            new("x", "{}")
        );

        Assert.Equal("Bearer", unknown.Headers.WwwAuthenticate.Single().Scheme);
        foreach (var response in new[] { unknown, forbidden })
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]);
        }

        Assert.Contains("role editor", await forbidden.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/api/{0}/state?recorded-by=2")]
    [InlineData("/{0}/recorded/2")]
    public async Task What_may_be_kept_is_private(string address)
    {
        using var response = await server.SendAsync(
            HttpMethod.Get,
            address.Replace("{0}", quarry.Talks, StringComparison.Ordinal),
            keys[Roles.Reader]
        );

        Assert.Equal("max-age=31536000, private, immutable", response.Headers.CacheControl?.ToString());
        Assert.Contains("Authorization", response.Headers.Vary);
    }

    private static SubmittedFile Correct(string? who, string? named = null)
    {
        var correction = new JsonObject
        {
            ["by"] = "coder",
            ["reason"] = "misread",
            ["retract"] = true,
        };
        if (who is not null)
            correction["who"] = who;
        return new(
            "correction",
            new JsonObject
            {
                ["event"] = named ?? $"{Quarry.ArticleId(1)}#report-1",
                ["correction"] = correction,
            }.ToJsonString()
        );
    }

    private async Task RecordAsync(string path, string role, SubmittedFile coded)
    {
        using var response = await server.SendAsync(HttpMethod.Post, path, keys[role], coded);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> TryAllAsync()
    {
        var lines = new StringBuilder("none reader coder editor administrator");
        var addresses = ApiCatalogue
            .Endpoints.Select(endpoint => (endpoint.Method, endpoint.Route))
            .Concat([("GET", "/"), ("GET", "/{talks}"), ("GET", "/nowhere"), ("POST", "/nowhere")]);
        foreach (var (method, route) in addresses)
        {
            var path = route
                .Replace("{talks}", quarry.Talks, StringComparison.Ordinal)
                .Replace("{article}", "none", StringComparison.Ordinal);
            List<string> statuses = [];
            foreach (var role in Everybody)
            {
                using var response = await server.SendAsync(
                    new HttpMethod(method),
                    path,
                    keys[role],
                    method == "POST" ? new("x", "{}") : null
                );
                Assert.True(response.StatusCode < HttpStatusCode.InternalServerError, $"{method} {route} {role}");
                statuses.Add(
                    response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                        ? $"{(int)response.StatusCode}"
                        : "ok"
                );
            }

            lines.Append($"\n{string.Join(' ', statuses)} {method} {route}");
        }

        return lines.ToString();
    }
}
