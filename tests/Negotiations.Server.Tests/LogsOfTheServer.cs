using System.Net;
using System.Text;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>What somebody hands in, and who, is for no log: an erasure does not reach it there.</summary>
public sealed class LogsOfTheServer : IAsyncLifetime
{
    private const string Secret = "Heliotrope";

    private readonly KeptLogs logs = new();
    private readonly Quarry quarry = Quarry.New();
    private readonly RunningServer server;

    public LogsOfTheServer() => server = new() { Logs = logs };

    public async Task InitializeAsync()
    {
        await server.InitializeAsync();
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", Article());
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        logs.Dispose();
    }

    [Fact]
    public async Task What_is_taken_in_is_not_logged() => await NothingAsync("grindstone-001.yaml", isRefused: false);

    [Theory]
    [InlineData("actor: the cutters", "actor: Heliotrope", HttpStatusCode.UnprocessableEntity)]
    [InlineData("certainty: 4", "certainty: Heliotrope", HttpStatusCode.UnprocessableEntity)]
    [InlineData("certainty: 4", "certainty: 4\n    Heliotrope: said", HttpStatusCode.UnprocessableEntity)]
    [InlineData("events:", "Heliotrope events", HttpStatusCode.UnprocessableEntity)]
    [InlineData("Heliotrope: An", "Heliotrope: Another", HttpStatusCode.Conflict)]
    public async Task A_refused_file_is_not_logged(string was, string now, HttpStatusCode expected)
    {
        var coded = Article();

        var (status, body) = await server.PostAsync(
            "/api/articles",
            coded with
            {
                Text = coded.Text.Replace(was, now, StringComparison.Ordinal),
            }
        );

        Assert.True(status == expected, body);
        await NothingAsync("grindstone-001.yaml", isRefused: true);
    }

    [Theory]
    [InlineData(
        """
            {"by": "coder", "reason": "Heliotrope", "who": "Heliotrope", "changes": [
              {"group": "amend", "field": "summary", "value": "Heliotrope said so"},
              {"group": "amend", "field": "certainty", "value": "Heliotrope"}]}
            """,
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData(
        """{"by": "Heliotrope", "reason": "Heliotrope", "who": "Heliotrope", "retract": true}""",
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData(
        """
            {"by": "coder", "reason": "Heliotrope", "who": "Heliotrope", "changes": [
              {"group": "amend", "field": "summary", "value": "Heliotrope: An invented position on face 1."}]}
            """,
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData("""{"by": "coder", "reason": "Heliotrope", "Heliotrope": true}""", HttpStatusCode.BadRequest)]
    public async Task A_refused_correction_is_not_logged(string correction, HttpStatusCode expected)
    {
        using var content = new StringContent(
            $$"""{"event": "{{Quarry.ArticleId(1)}}#report-1", "correction": {{correction}}}""",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await server.Http.PostAsync("/api/corrections", content);

        Assert.True(response.StatusCode == expected, await response.Content.ReadAsStringAsync());
        await NothingAsync("", isRefused: expected != HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_message_that_becomes_a_dead_letter_is_not_logged()
    {
        var coded = Article();
        await server.SendAsync(
            new RecordArticle(
                coded with
                {
                    Text = coded.Text.Replace("certainty: 4", "certainty: Heliotrope", StringComparison.Ordinal),
                },
                new EditsAsCorrections(Secret, Secret)
            )
        );
        await server.SendAsync(
            new CorrectEvent(
                $"{Quarry.ArticleId(1)}#report-1",
                new CorrectionRequest
                {
                    By = "coder",
                    Reason = Secret,
                    Who = Secret,
                    Changes = [new("amend", "certainty", Secret)],
                }
            )
        );

        await server.UntilCountAsync(2, "select count(*) from wolverine.wolverine_dead_letters");
        await NothingAsync("", isRefused: true);
    }

    private SubmittedFile Article()
    {
        var coded = quarry.Article(1, 1);
        return coded with
        {
            Text = coded
                .Text.Replace("summary: An", $"summary: \"{Secret}: An", StringComparison.Ordinal)
                .Replace("face 1.", "face 1.\"", StringComparison.Ordinal),
        };
    }

    private async Task NothingAsync(string named, bool isRefused)
    {
        await server.UntilQuietAsync();
        if (isRefused)
            Assert.Contains(logs.Entries, entry => entry.Contains("Exception") && entry.Contains(named));
        Assert.DoesNotContain(logs.Entries, entry => entry.Contains(Secret, StringComparison.Ordinal));
    }
}
