using Marten;
using Npgsql;

namespace Negotiations.Store.Tests;

/// <summary>Marten on a database of a test, configured as the host configures it.</summary>
internal sealed class MartenHost : IAsyncDisposable
{
    private readonly DocumentStore store;

    private MartenHost(NpgsqlDataSource dataSource)
    {
        DataSource = dataSource;
        store = DocumentStore.For(options => MartenConfiguration.Configure(options, dataSource));
    }

    public NpgsqlDataSource DataSource { get; }

    public IDocumentStore Documents => store;

    /// <summary>With the rights of the owner of the database, who migrates it.</summary>
    public static MartenHost ForOwner(TestDatabase database) => new(NpgsqlDataSource.Create(database.ConnectionString));

    /// <summary>As it runs after the migration.</summary>
    public static async Task<MartenHost> MigrateAsync(TestDatabase database)
    {
        await using (var owner = ForOwner(database))
            await owner.MigrateAsync();
        return new(await ProgramConnections.CreateAsync(database.ConnectionString));
    }

    public Task MigrateAsync() => StoreMigration.MigrateAsync(Documents, DataSource);

    public async Task<MartenEventStore> OpenStoreAsync() =>
        (await MartenEventStore.OpenExistingAsync(DataSource)).WithDocumentStore(
            () => Documents,
            Timeout.InfiniteTimeSpan
        );

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
