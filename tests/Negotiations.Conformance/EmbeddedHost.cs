namespace Negotiations.Conformance;

/// <summary>The embedded store.</summary>
public sealed class EmbeddedHost : IStoreHost
{
    private TestDatabase database = null!;

    /// <inheritdoc/>
    public Task<IEventStore> InstallAsync(TestDatabase database)
    {
        this.database = database;
        return OpenAgainAsync();
    }

    /// <inheritdoc/>
    public async Task<IEventStore> OpenAgainAsync() => await database.OpenStoreAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
