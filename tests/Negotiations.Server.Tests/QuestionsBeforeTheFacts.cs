using System.Net;
using Npgsql;

namespace Negotiations.Server.Tests;

/// <summary>A question that comes before what was recorded is taken in waits a while, and is then told to come
/// again.</summary>
public sealed class QuestionsBeforeTheFacts : IAsyncLifetime
{
    private readonly RunningServer server = new()
    {
        Own = RunningServer.Settings with { WaitForFacts = TimeSpan.FromMilliseconds(300) },
    };

    private readonly Quarry quarry = Quarry.New();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task It_is_told_to_ask_again_and_then_answered_with_what_was_recorded()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await server.UntilQuietAsync();
        await server.GetAsync($"/api/{quarry.Talks}/state");

        await using (var held = await HoldAsync())
        {
            await server.TakeInAsync("/api/articles", quarry.Article(2, 2));
            foreach (var address in new[] { $"/api/{quarry.Talks}/state", $"/{quarry.Talks}" })
            {
                using var response = await server.Http.GetAsync(address);
                var said = await response.Content.ReadAsStringAsync();
                Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, said);
                Assert.NotNull(response.Headers.RetryAfter);
                Assert.Contains("are being made ready", said);
            }
        }

        await RunningServer.UntilAsync(
            async () => (await server.GetAsync($"/api/{quarry.Talks}/state")).Status == HttpStatusCode.OK,
            "the question is answered"
        );
        var (_, reports) = await server.GetAsync($"/api/{quarry.Talks}/state");
        Assert.Contains("\"reports\": 2", reports);
    }

    [Fact]
    public async Task Many_that_wait_are_all_answered()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, Enumerable.Range(1, 20)));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(async _ =>
            {
                (HttpStatusCode Status, string Body) answer = default;
                await RunningServer.UntilAsync(
                    async () =>
                        (answer = await server.GetAsync($"/api/{quarry.Talks}/state")).Status
                        != HttpStatusCode.ServiceUnavailable,
                    "the question is answered"
                );
                return answer;
            })
        );

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(HttpStatusCode.OK, answers[0].Status);
        Assert.Contains("\"reports\": 20", answers[0].Body);
    }

    // Whoever takes something in needs this lock, which goes with the transaction.
    private async Task<NpgsqlConnection> HoldAsync()
    {
        var connection = await server.Database.DataSource.OpenConnectionAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            "select pg_advisory_xact_lock(hashtextextended('negotiations_fact_builds/' || @talks, 0))",
            connection
        )
        {
            Parameters = { new("talks", quarry.Talks) },
        };
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
