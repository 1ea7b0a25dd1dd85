using System.Net;
using System.Text;
using Xunit.Abstractions;

namespace Negotiations.Server.Tests;

/// <summary>Whatever is sent, the server takes it in or says what is wrong; it never fails itself.</summary>
/// <remarks><c>NEGOTIATIONS_CASES</c> is their number, <c>NEGOTIATIONS_SEED</c> repeats a run.</remarks>
[Collection(OneServer.Name)]
public sealed class MutatedRequests(RunningServer server, ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Count = TestSettings.ReadCases(100);

    private readonly Quarry quarry = Quarry.New();

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/api/negotiations")]
    [InlineData("/api/articles")]
    [InlineData("/api/articles/reports")]
    public async Task A_coded_file_is_taken_in_or_refused(string path)
    {
        string[] inputs = [quarry.Definition.Text, quarry.Article(1, 1, 2, 3).Text, quarry.Article(2, 1).Text];
        await HoldAsync(inputs, (bytes, _) => PostAsync(path, bytes, "application/yaml"));
    }

    [Fact]
    public async Task A_correction_is_taken_in_or_refused() =>
        await HoldAsync(
            [
                $$$"""
                {"event": "{{{Quarry.ArticleId(1)}}}#report-1",
                 "correction": {"by": "coder", "reason": "misread", "retract": true}}
                """,
                """
                {"event": "x",
                 "correction": {"by": "publisher", "published": "2031-05-02", "amend": {"topic": "stone"}}}
                """,
            ],
            (bytes, _) => PostAsync("/api/corrections", bytes, "application/json")
        );

    [Fact]
    public async Task A_question_is_answered_or_refused_as_described() =>
        await HoldAsync(
            [
                "2031-05-01",
                "May 1",
                "1",
                "2031-05",
                "2031-05/position/stonecutters",
                "PositionStated",
                "",
                "known",
                "recorded",
                "true",
                "blame",
            ],
            async (bytes, random) =>
            {
                var value = Uri.EscapeDataString(WithoutHalves(Encoding.UTF8.GetString(bytes)));
                var endpoint = Choose(ApiCatalogue.Endpoints.Where(one => one.Method == "GET"), random);
                // Of the others some are as they should be, so that the wrong one is not always met first.
                var query = string.Join(
                    '&',
                    endpoint
                        .Parameters.Select(parameter => parameter.Name)
                        .Where(_ => random.Next(3) == 0)
                        .Select(name => $"{name}={(random.Next(3) == 0 ? value : Fit(name, random))}")
                );
                var talks = random.Next(10) == 0 ? value : quarry.Talks;
                // Longer addresses are refused before they come to the server's own code.
                var address = $"{endpoint.Route.Replace("{talks}", talks, StringComparison.Ordinal)}?{query}";
                return await AskAsync(endpoint, address[..Math.Min(address.Length, 3000)], []);
            }
        );

    [Fact]
    public async Task A_header_is_read_or_refused_as_described() =>
        await HoldAsync(
            ["1", "\"0123456789abcdef\", W/\"x\"", "Bearer negotiations.desk.AAAA", "a-key", "cross-site", "null"],
            async (bytes, random) =>
            {
                string[] names =
                [
                    "If-None-Match",
                    "Last-Event-ID",
                    "Authorization",
                    "Idempotency-Key",
                    "Sec-Fetch-Site",
                ];
                // Others the client does not send.
                var value = string.Concat(
                    Encoding.Latin1.GetString(bytes).Where(letter => letter is >= ' ' and <= '~')
                );
                var endpoint = Choose(ApiCatalogue.Endpoints, random);
                var path = endpoint
                    .Route.Replace("{talks}", quarry.Talks, StringComparison.Ordinal)
                    .Replace("{article}", Quarry.ArticleId(1), StringComparison.Ordinal);
                return await AskAsync(endpoint, path, [(Choose(names, random), value[..Math.Min(value.Length, 4000)])]);
            }
        );

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(
        ApiEndpoint endpoint,
        string address,
        (string Name, string Value)[] headers
    )
    {
        using var response = await server.SendAsync(
            new(endpoint.Method),
            address,
            null,
            endpoint.Method == "POST" ? new("x", "{}") : null,
            headers
        );
        var status = response.StatusCode;
        // Some values make another address, such as a path with a slash.
        if (status is not (HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.NotModified))
            Assert.Contains((int)status, ApiDocument.ListErrors(endpoint).Append(404));
        var isStream = response.Content.Headers.ContentType?.MediaType == StreamEventsEndpoint.MediaType;
        return (status, isStream ? "" : await response.Content.ReadAsStringAsync());
    }

    private static string Fit(string name, Random random) =>
        name switch
        {
            "from" or "after" or "limit" => "1",
            "to" => "2",
            "clock" => Choose(["recorded", "known"], random),
            "facts" => "2031-05",
            "type" => "PositionStated",
            "actor" => "the cutters",
            "side" or "issue" or "act" => "stone",
            "round" => "2031-05",
            "text" => "offer",
            "of" => "blame",
            "withdrawn" or "chain" => "true",
            _ => Choose(["2031-05-02", "May 2", "2"], random),
        };

    private static T Choose<T>(IEnumerable<T> values, Random random)
    {
        var list = values.ToList();
        return list[random.Next(list.Count)];
    }

    private static string WithoutHalves(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, byte[] bytes, string type)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        using var response = await server.Http.PostAsync(path, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task HoldAsync(
        IReadOnlyList<string> inputs,
        Func<byte[], Random, Task<(HttpStatusCode Status, string Body)>> send
    )
    {
        output.WriteLine($"NEGOTIATIONS_SEED={TestSettings.Seed}, {Count} requests");
        var statuses = new SortedDictionary<HttpStatusCode, int>();
        for (var number = 0; number < Count; number++)
        {
            var random = new Random(TestSettings.SeedCase(number));
            var bytes = Mutation.Make(inputs, random);
            var (status, body) = await send(bytes, random);
            if (status >= HttpStatusCode.InternalServerError)
                Assert.Fail(
                    $"NEGOTIATIONS_SEED={TestSettings.Seed}, request {number}, kept in "
                        + $"{Mutation.Keep(bytes, number)}: {status} {body}"
                );
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        output.WriteLine(string.Join(", ", statuses.Select(counted => $"{counted.Key}: {counted.Value}")));
    }
}
