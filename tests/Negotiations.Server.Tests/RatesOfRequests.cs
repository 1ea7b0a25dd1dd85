namespace Negotiations.Server.Tests;

/// <summary>Whoever asks too often is told when to ask again.</summary>
public sealed class RatesOfRequests : IAsyncLifetime
{
    private readonly RunningServer server = new()
    {
        Own = RunningServer.Settings with { SingleUser = false, ReadsPerMinute = 3, WritesPerMinute = 1 },
    };

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Each_key_has_a_rate_of_its_own_for_reading_and_for_writing()
    {
        var one = await server.AddKeyAsync("one", [Roles.Editor]);
        var other = await server.AddKeyAsync("other", [Roles.Editor]);

        Assert.Equal([200, 200, 200, 429], await AskAsync(HttpMethod.Get, one, 4));
        Assert.Equal([200, 429], await AskAsync(HttpMethod.Post, one, 2));
        Assert.Equal([200, 200, 200, 429], await AskAsync(HttpMethod.Get, other, 4));
        Assert.Equal([200, 200, 200, 429], await AskAsync(HttpMethod.Get, null, 4));

        using var refused = await server.SendAsync(HttpMethod.Get, "/api", one);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
    }

    private async Task<List<int>> AskAsync(HttpMethod method, string? key, int times)
    {
        List<int> statuses = [];
        for (var i = 0; i < times; i++)
        {
            using var response = await server.SendAsync(
                method,
                method == HttpMethod.Get ? "/api" : "/api/negotiations",
                key,
                method == HttpMethod.Get ? null : Quarry.New().Definition
            );
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
