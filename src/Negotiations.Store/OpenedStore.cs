using System.Net.Sockets;
using Npgsql;

namespace Negotiations.Store;

/// <summary>What a store is opened for, which says what may be made or changed by that.</summary>
public enum StoreAccess
{
    /// <summary>To be asked: nothing is made or changed.</summary>
    Questions,

    /// <summary>To be appended to, where there is one: one of an earlier version is brought up to date.</summary>
    Appending,

    /// <summary>To take articles in: it is made where there is none.</summary>
    Intake,
}

/// <summary>A store that a program has opened, with the connections to it, and the private server where that was started.</summary>
public sealed class OpenedStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource dataSource;
    private readonly EmbeddedCluster? cluster;

    private OpenedStore(MartenEventStore store, NpgsqlDataSource dataSource, EmbeddedCluster? cluster) =>
        (Store, this.dataSource, this.cluster) = (store, dataSource, cluster);

    /// <summary>The store.</summary>
    public MartenEventStore Store { get; }

    /// <summary>Opens the store in a database that somebody runs.</summary>
    /// <param name="connection">How to connect: a connection string or an address (<see cref="ConnectionText"/>).</param>
    /// <param name="access">What it is opened for.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="WrongInputException">The connection cannot be read, or leads nowhere.</exception>
    /// <exception cref="NoStoreException">The database has no store, and none is to be made.</exception>
    public static async Task<OpenedStore> OpenAsync(
        string connection,
        StoreAccess access,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var where = ConnectionText.Read(connection);
        try
        {
            return await OpenAsync(NpgsqlDataSource.Create(where), null, access, progress, cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            var database = where.Database is null ? "" : $", database {where.Database}";
            throw new WrongInputException(
                $"there is no store at {where.Host}:{where.Port}{database}: {exception.Message}; "
                    + "check --connection and that the server runs and lets you in",
                exception
            );
        }
    }

    /// <summary>Opens the store on the private server of a folder, which is started where it does not run.</summary>
    /// <param name="folder">The folder of the server; null: the user's own (<see cref="DataFolder"/>).</param>
    /// <param name="access">What it is opened for.</param>
    /// <param name="starting">Told what takes long while the server is made and started.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="dialog">Asked whether PostgreSQL may be fetched where there is none; null: it may not.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="StoreUnavailableException">The server cannot be made or started here.</exception>
    /// <exception cref="NoStoreException">It has no store, and none is to be made.</exception>
    public static async Task<OpenedStore> OpenPrivateAsync(
        string? folder,
        StoreAccess access,
        Action<string>? starting = null,
        IProgress<string>? progress = null,
        IDownloadDialog? dialog = null,
        CancellationToken cancellationToken = default
    )
    {
        var cluster = await EmbeddedCluster.StartAsync(folder, null, starting, dialog, cancellationToken);
        return await OpenAsync(
            NpgsqlDataSource.Create(cluster.ConnectionString),
            cluster,
            access,
            progress,
            cancellationToken
        );
    }

    private static async Task<OpenedStore> OpenAsync(
        NpgsqlDataSource dataSource,
        EmbeddedCluster? cluster,
        StoreAccess access,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var store = access switch
            {
                StoreAccess.Intake => await MartenEventStore.OpenAsync(dataSource, progress, cancellationToken),
                StoreAccess.Appending => await MartenEventStore.OpenToAppendAsync(
                    dataSource,
                    progress,
                    cancellationToken
                ),
                _ => await MartenEventStore.OpenExistingAsync(dataSource, cancellationToken),
            };
            return new(store, dataSource, cluster);
        }
        catch
        {
            await dataSource.DisposeAsync();
            if (cluster is not null)
                await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the connections, and stops the private server where it was started for this.</summary>
    public async ValueTask DisposeAsync()
    {
        await dataSource.DisposeAsync();
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
