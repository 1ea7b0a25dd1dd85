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

/// <summary>
/// A store that a program has opened, with the connections to it, and the private server where that was started.
/// </summary>
public sealed class OpenedStore : IAsyncDisposable
{
    private readonly Place place;

    private OpenedStore(MartenEventStore store, Place place) => (Store, this.place) = (store, place);

    /// <summary>The store.</summary>
    public MartenEventStore Store { get; }

    /// <summary>How to connect to its database, for a server on it.</summary>
    internal string ConnectionString => place.Connection;

    /// <summary>Whether it is on the private server, which belongs to one user on one machine.</summary>
    public bool IsPrivate => place.Cluster is not null;

    /// <summary>Opens a store.</summary>
    /// <param name="connection">How to connect (<see cref="ConnectionText"/>); null: to the private server of a
    /// folder.</param>
    /// <param name="folder">The folder of the private server; null: the user's own (<see cref="DataFolder"/>).</param>
    /// <param name="access">What it is opened for.</param>
    /// <param name="starting">Told what takes long while the private server is made and started.</param>
    /// <param name="progress">Told in a line when a store of an earlier version was brought up to date.</param>
    /// <param name="dialog">Asked whether PostgreSQL may be fetched where there is none; null: it may not.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="WrongInputException">The connection cannot be read, or leads nowhere.</exception>
    /// <exception cref="StoreUnavailableException">The private server cannot be made or started here.</exception>
    /// <exception cref="NoStoreException">There is no store, and none is to be made.</exception>
    public static async Task<OpenedStore> OpenAsync(
        string? connection,
        string? folder,
        StoreAccess access,
        Action<string>? starting = null,
        IProgress<string>? progress = null,
        IDownloadDialog? dialog = null,
        CancellationToken cancellationToken = default
    )
    {
        var place = await Place.ConnectAsync(connection, folder, starting, dialog, cancellationToken);
        try
        {
            return new(await place.OpenAsync(access, progress, cancellationToken), place);
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    /// <summary>Restores a backup where there is no store yet, and brings it up to date.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param"/>
    /// <param name="file">The backup.</param>
    /// <exception cref="RefusedException">The database is not empty.</exception>
    public static async Task RestoreAsync(
        string? connection,
        string? folder,
        string file,
        Action<string>? starting = null,
        IProgress<string>? progress = null,
        IDownloadDialog? dialog = null,
        CancellationToken cancellationToken = default
    )
    {
        await using var place = await Place.ConnectAsync(connection, folder, starting, dialog, cancellationToken);
        await StoreBackup.RestoreAsync(place.DataSource, place.Connection, file, progress, cancellationToken);
    }

    /// <summary>What the store is and holds.</summary>
    public Task<StoreDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
        Store.DescribeAsync(place.Where, cancellationToken);

    /// <summary>
    /// Writes the whole store to a file; an older file of that name is replaced once the new one is whole.
    /// </summary>
    /// <exception cref="StoreUnavailableException">PostgreSQL's <c>pg_dump</c> is not there, or failed.</exception>
    public Task BackUpAsync(string file, CancellationToken cancellationToken = default) =>
        StoreBackup.BackUpAsync(place.Connection, file, cancellationToken);

    /// <summary>Closes the connections, and stops the private server where it was started for this.</summary>
    public ValueTask DisposeAsync() => place.DisposeAsync();

    // A database that answers, with or without a store in it.
    private sealed record Place(string Connection, string Where, NpgsqlDataSource DataSource, EmbeddedCluster? Cluster)
        : IAsyncDisposable
    {
        public static async Task<Place> ConnectAsync(
            string? connection,
            string? folder,
            Action<string>? starting,
            IDownloadDialog? dialog,
            CancellationToken cancellationToken
        )
        {
            if (connection is null)
            {
                var cluster = await EmbeddedCluster.StartAsync(folder, null, starting, dialog, cancellationToken);
                return new(
                    cluster.ConnectionString,
                    cluster.Folder,
                    SessionSettings.CreateDataSource(cluster.ConnectionString),
                    cluster
                );
            }

            var given = ConnectionText.Read(connection);
            var database = given.Database is null ? "" : $", database {given.Database}";
            var where = $"{given.Host}:{given.Port}{database}";
            var source = SessionSettings.CreateDataSource(given.ConnectionString);
            return new(given.ConnectionString, where, source, Cluster: null);
        }

        public async Task<MartenEventStore> OpenAsync(
            StoreAccess access,
            IProgress<string>? progress,
            CancellationToken cancellationToken
        )
        {
            try
            {
                return access switch
                {
                    StoreAccess.Intake => await MartenEventStore.OpenAsync(DataSource, progress, cancellationToken),
                    StoreAccess.Appending => await MartenEventStore.OpenToAppendAsync(
                        DataSource,
                        progress,
                        cancellationToken
                    ),
                    _ => await MartenEventStore.OpenExistingAsync(DataSource, progress, cancellationToken),
                };
            }
            catch (Exception exception) when (Cluster is null && LeadsNowhere(exception))
            {
                throw new WrongInputException(
                    $"there is no store at {Where}: {exception.Message}; "
                        + "check --connection and that the server runs and lets you in",
                    exception
                );
            }
        }

        // No server, no such database, or nobody is let in. What the server refuses otherwise is something else.
        private static bool LeadsNowhere(Exception exception) =>
            (ServerFailure.IsLost(exception) && !ServerFailure.IsRefused(exception))
            || exception is SocketException or TimeoutException
            || exception is PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] };

        public async ValueTask DisposeAsync()
        {
            await DataSource.DisposeAsync();
            if (Cluster is not null)
                await Cluster.DisposeAsync();
        }
    }
}
