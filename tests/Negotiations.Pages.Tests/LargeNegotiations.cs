using System.Net;
using System.Text.RegularExpressions;
using Negotiations.Server;

namespace Negotiations.Pages.Tests;

/// <summary>
/// Of a large negotiation a page about a round reads the facts of that round alone, and shows the same.
/// </summary>
public sealed class LargeNegotiations : IAsyncLifetime
{
    private readonly LargeServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_rounds_of_which_something_is_known_and_their_facts_are_those_of_the_state()
    {
        var store = await server.OpenStoreAsync();
        var times = await store.ReadTimesKnownAsync(new(PagesServer.Talks));
        Assert.NotEmpty(times);
        foreach (var time in times)
        {
            var state = await store.AnswerAsync(new(PagesServer.Talks, KnownBy: time));
            var expected = state.Facts.Select(fact => fact.Key).GroupBy(key => key.Split('/')[0]).ToList();
            var at = Uri.EscapeDataString(time.ToString());

            var (status, html) = await server.GetAsync($"/{PagesServer.Talks}/at/{at}");

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Equal(expected.Select(round => round.Key).Order(StringComparer.Ordinal), FindAll(html, Rounds));
            foreach (var round in expected)
            {
                var (_, page) = await server.GetAsync($"/{PagesServer.Talks}/at/{at}/round/{round.Key}");
                // Of statements a board shows some.
                Assert.Equal(
                    round.Where(key => !IsStatement(key)).Order(StringComparer.Ordinal),
                    FindAll(page, "href=\"[^\"]*/fact/([^\"?]+)\"").Where(key => !IsStatement(key))
                );
                Assert.Contains("of this round", page);
            }
        }
    }

    [Fact]
    public async Task The_page_of_a_fact_is_the_same()
    {
        await using var small = await StartAsync();
        var store = await server.OpenStoreAsync();
        var state = await store.AnswerAsync(new(PagesServer.Talks));
        foreach (var fact in state.Facts)
        {
            var path = $"/{PagesServer.Talks}/fact/{fact.Key}";
            var (_, expected) = await small.Server.GetAsync(path);
            var (_, html) = await server.GetAsync(path);
            Assert.Equal(FindAnswer(expected), FindAnswer(html));
        }
    }

    [Fact]
    public async Task What_had_happened_by_a_day_is_the_same()
    {
        await using var small = await StartAsync();
        foreach (var day in new[] { "2030-06-01", "2031-04-01", "2031-04-03", "2031-04-30" })
        {
            var (_, expected) = await small.Server.GetAsync($"/{PagesServer.Talks}/happened/{day}");
            var (_, html) = await server.GetAsync($"/{PagesServer.Talks}/happened/{day}");
            Assert.Equal(FindAnswer(expected), FindAnswer(html));
        }
    }

    [Fact]
    public async Task A_round_that_was_not_known_by_then_is_none()
    {
        var (status, html) = await server.GetAsync($"/{PagesServer.Talks}/at/2031-01-01");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Nothing known by then", html);
        Assert.Empty(FindAll(html, Rounds));
    }

    private static bool IsStatement(string key) => Subjects.FindSection(key.Split('/')[1]) == Subjects.Statements;

    private const string Rounds = "href=\"/[^/\"]*(?:/at/[^/\"]*)?/round/([^/\"?]+)\"";

    private static IEnumerable<string> FindAll(string html, string pattern) =>
        Regex
            .Matches(WebUtility.HtmlDecode(html), pattern)
            .Select(match => Uri.UnescapeDataString(match.Groups[1].Value))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static string FindAnswer(string html) =>
        Regex.Match(html, "data-part=\"answer\".*?</main>", RegexOptions.Singleline).Value;

    private static async Task<Started> StartAsync()
    {
        var server = new PagesServer();
        await server.InitializeAsync();
        return new(server);
    }

    // The harbour would be small.
    private sealed class LargeServer : PagesServer
    {
        protected override ServerSettings Settings => Usual with { LargeFrom = 1 };
    }

    private sealed record Started(PagesServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
