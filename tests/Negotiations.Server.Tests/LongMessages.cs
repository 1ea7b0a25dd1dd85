namespace Negotiations.Server.Tests;

/// <summary>A message that takes longer than it may is no dead letter for that.</summary>
public sealed class LongMessages : IAsyncLifetime
{
    private readonly RunningHost host = new()
    {
        Own = RunningHost.Settings with
        {
            HandleWithin = TimeSpan.FromSeconds(3),
            RetryAfter = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(500), 20)],
        },
    };

    private readonly Quarry quarry = Quarry.New();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_is_stopped_and_tried_again_later()
    {
        await host.TakeInAsync("/negotiations", quarry.Definition);
        await using var held = await HeldPublication.CreateAsync(host.Database, quarry.Talks);
        await host.TakeInAsync("/articles", quarry.Article(1, 1));
        await held.WaitsAsync();

        await RunningHost.UntilAsync(
            async () => await host.CountOfMessagesAsync(quarry.Talks) == 1,
            "the change is published although the first attempt never ends"
        );
        Assert.Equal(0, await host.Database.QueryAsync<long>("select count(*) from wolverine.wolverine_dead_letters"));
    }
}
