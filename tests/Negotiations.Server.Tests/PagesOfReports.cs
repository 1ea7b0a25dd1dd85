using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Negotiations.Server.Tests;

/// <summary>A long list of reports is read in parts, all of the same moment.</summary>
[Collection(OneServer.Name)]
public sealed class PagesOfReports(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(20, Enumerable.Range(1, 7)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("limit=3", 3)]
    [InlineData("limit=1&actor=the cutters", 7)]
    [InlineData("limit=7", 1)]
    public async Task The_parts_are_the_whole_whatever_is_recorded_meanwhile(string query, int parts)
    {
        var whole = ReadIds((await server.GetAsync($"/api/{quarry.Talks}/reports")).Body);
        List<string> read = [];
        var next = $"/api/{quarry.Talks}/reports?{query}";
        for (var part = 1; next is not null; part++)
        {
            Assert.True(part <= parts);
            using var response = await server.Http.GetAsync(next);
            var body = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, body);
            read.AddRange(ReadIds(body));
            next = FindNext(response);
            // It would come before all others.
            await server.TakeInAsync("/api/articles", quarry.Article(part, part));
        }

        Assert.Equal(whole, read);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=AAAA", "cursor")]
    [InlineData("cursor=!", "cursor")]
    public async Task What_is_no_part_is_refused(string query, string field)
    {
        var (status, body) = await server.GetAsync($"/api/{quarry.Talks}/reports?{query}");

        Assert.True(status == HttpStatusCode.BadRequest, body);
        Assert.Equal(field, (string?)JsonNode.Parse(body)!["errors"]![0]!["field"]);
    }

    [Fact]
    public async Task A_cursor_fits_no_other_question()
    {
        using var response = await server.Http.GetAsync($"/api/{quarry.Talks}/reports?limit=2");
        var next = FindNext(response)!;

        Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync($"{next}&known-by=2031-05-03")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync(next)).Status);
    }

    private static string? FindNext(HttpResponseMessage response) =>
        Regex.Match(string.Join(", ", response.Headers.GetValues("Link")), "<([^>]*)>; rel=\"next\"")
            is { Success: true } next
            ? next.Groups[1].Value
            : null;

    private static IEnumerable<string> ReadIds(string body) =>
        [.. JsonNode.Parse(body)!["reports"]!.AsArray().Select(report => (string)report!["id"]!)];
}
