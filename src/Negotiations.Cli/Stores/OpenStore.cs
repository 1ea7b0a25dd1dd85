using System.Net.Sockets;
using Negotiations.Cli.Errors;
using Npgsql;

namespace Negotiations.Cli.Stores;

/// <summary>The store that a command uses, for as long as it runs.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource dataSource;
    private readonly IAsyncDisposable? server;

    private delegate Task<MartenEventStore> Opening(NpgsqlDataSource dataSource, CancellationToken cancellationToken);

    private OpenStore(MartenEventStore store, NpgsqlDataSource dataSource, IAsyncDisposable? server) =>
        (Store, this.dataSource, this.server) = (store, dataSource, server);

    /// <summary>The store.</summary>
    public MartenEventStore Store { get; }

    /// <summary>Opens a store to take something in; makes one where there is none.</summary>
    /// <param name="connection">The connection; null for a private server, which is started.</param>
    /// <param name="status">Is told what takes time.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static Task<OpenStore> ForIntakeAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    ) => OpenAsync(connection, Telling(MartenEventStore.OpenAsync, status), status, cancellationToken);

    /// <summary>Opens a store to ask it something; makes none.</summary>
    /// <param name="connection">The connection; null for a private server, which is started.</param>
    /// <param name="status">Is told what takes time.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="NoStoreException">There is none.</exception>
    public static async Task<OpenStore> ForQuestionsAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(connection, MartenEventStore.OpenExistingAsync, status, cancellationToken);
        }
        catch (NoStoreException) when (connection is null)
        {
            // Nobody knows the private database by its name.
            throw new WrongUseException("nothing was replayed yet; replay coded files first");
        }
    }

    /// <summary>Opens a store to rehearse what it would take in; makes none.</summary>
    /// <param name="connection">The connection; null for a private server, which is started.</param>
    /// <param name="status">Is told what takes time.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <returns>The store; null where there is none yet.</returns>
    public static async Task<OpenStore?> ForRehearsalAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await OpenAsync(connection, MartenEventStore.OpenExistingAsync, status, cancellationToken);
        }
        catch (NoStoreException)
        {
            return null;
        }
    }

    /// <summary>Opens a store to append to it; makes none, but brings one of an older program up to date.</summary>
    /// <param name="connection">The connection; null for a private server, which is started.</param>
    /// <param name="status">Is told what takes time.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    /// <exception cref="NoStoreException">There is none.</exception>
    public static Task<OpenStore> ForAppendingAsync(
        string? connection,
        TextWriter status,
        CancellationToken cancellationToken
    ) => OpenAsync(connection, Telling(MartenEventStore.OpenToAppendAsync, status), status, cancellationToken);

    // A store of an earlier version is brought up to date before anything is appended to it, and that is said.
    private static Opening Telling(
        Func<NpgsqlDataSource, IProgress<string>?, CancellationToken, Task<MartenEventStore>> open,
        TextWriter status
    ) => (dataSource, cancellationToken) => open(dataSource, new StatusLines(status), cancellationToken);

    private sealed class StatusLines(TextWriter status) : IProgress<string>
    {
        public void Report(string value) => status.WriteLine($"negotiations: {value}");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await dataSource.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }

    private static Task<OpenStore> OpenAsync(
        string? connection,
        Opening open,
        TextWriter status,
        CancellationToken cancellationToken
    ) =>
        connection is null
            ? OpenPrivateAsync(open, status, cancellationToken)
            : OpenGivenAsync(connection, open, cancellationToken);

    private static async Task<OpenStore> OpenGivenAsync(
        string connection,
        Opening open,
        CancellationToken cancellationToken
    )
    {
        var where = ConnectionText.Read(connection);
        var dataSource = NpgsqlDataSource.Create(where);
        try
        {
            return new(await open(dataSource, cancellationToken), dataSource, server: null);
        }
        catch (Exception exception)
        {
            await dataSource.DisposeAsync();
            if (exception is not (NpgsqlException or SocketException or TimeoutException))
                throw;
            var database = where.Database is null ? "" : $", database {where.Database}";
            throw new WrongUseException(
                $"there is no store at {where.Host}:{where.Port}{database}: {exception.Message}; check --connection and that the server runs and lets you in"
            );
        }
    }

    private static async Task<OpenStore> OpenPrivateAsync(
        Opening open,
        TextWriter status,
        CancellationToken cancellationToken
    )
    {
        using var message = new LateMessage(status);
        var cluster = await EmbeddedCluster.StartAsync(progress: message.Set, cancellationToken: cancellationToken);
        var dataSource = NpgsqlDataSource.Create(cluster.ConnectionString);
        try
        {
            return new(await open(dataSource, cancellationToken), dataSource, cluster);
        }
        catch
        {
            await dataSource.DisposeAsync();
            await cluster.DisposeAsync();
            throw;
        }
    }
}
