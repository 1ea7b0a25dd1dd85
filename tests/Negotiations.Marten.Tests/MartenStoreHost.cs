namespace Negotiations.Marten.Tests;

/// <summary>The store on Marten, in a database whose tables Marten has made.</summary>
public class MartenStoreHost : IStoreHost
{
    private MartenHost host = null!;

    /// <inheritdoc/>
    public async Task<IEventStore> InstallAsync(TestDatabase database)
    {
        await PrepareAsync(database);
        host = await MartenHost.MigrateAsync(database);
        return await OpenAgainAsync();
    }

    /// <inheritdoc/>
    public async Task<IEventStore> OpenAgainAsync() => await host.OpenStoreAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected virtual Task PrepareAsync(TestDatabase database) => Task.CompletedTask;
}
