namespace Negotiations.Marten.Tests;

/// <summary>The embedded store, in a database whose tables Marten has made.</summary>
public sealed class EmbeddedOnMartenHost : IStoreHost
{
    private readonly EmbeddedHost embedded = new();

    /// <inheritdoc/>
    public async Task<IEventStore> InstallAsync(TestDatabase database)
    {
        await (await MartenHost.MigrateAsync(database)).DisposeAsync();
        return await embedded.InstallAsync(database);
    }

    /// <inheritdoc/>
    public Task<IEventStore> OpenAgainAsync() => embedded.OpenAgainAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => embedded.DisposeAsync();
}
