namespace Negotiations.Server.Tests;

/// <summary>A message that takes longer than it may is no dead letter for that.</summary>
public sealed class LongMessages : IAsyncLifetime
{
    private readonly RunningServer server = new()
    {
        Own = RunningServer.Settings with
        {
            HandleWithin = TimeSpan.FromSeconds(3),
            RetryAfter = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 20)],
        },
    };

    private readonly Quarry quarry = Quarry.New();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task It_is_stopped_and_tried_again_later()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await using var held = await HeldPublication.CreateAsync(server.Database, quarry.Talks);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1));
        await held.WaitsAsync();

        await RunningServer.UntilAsync(
            async () => await server.CountOfMessagesAsync(quarry.Talks) == 1,
            "the change is published although the first attempt never ends"
        );
        Assert.Equal(
            0,
            await server.Database.QueryAsync<long>("select count(*) from wolverine.wolverine_dead_letters")
        );
    }
}
