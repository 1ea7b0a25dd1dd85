using System.Net.Sockets;
using Negotiations.Cli.Errors;
using Negotiations.Postgres;
using Npgsql;

namespace Negotiations.Cli.Stores;

/// <summary>The store that a command uses, for as long as it runs.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private readonly NpgsqlDataSource dataSource;
    private readonly IAsyncDisposable? server;

    private OpenStore(IEventStore store, NpgsqlDataSource dataSource, IAsyncDisposable? server) =>
        (Store, this.dataSource, this.server) = (store, dataSource, server);

    /// <summary>The store.</summary>
    public IEventStore Store { get; }

    /// <summary>Opens a store.</summary>
    /// <param name="connection">The connection; null for a private server, which is started.</param>
    /// <param name="status">Is told what takes time.</param>
    /// <param name="cancellationToken">Cancels the opening.</param>
    public static Task<OpenStore> OpenAsync(string? connection, TextWriter status, CancellationToken cancellationToken) =>
        connection is null ? OpenPrivateAsync(status, cancellationToken) : OpenGivenAsync(connection, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await dataSource.DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    private static async Task<OpenStore> OpenGivenAsync(string connection, CancellationToken cancellationToken)
    {
        var where = ConnectionText.Read(connection);
        var dataSource = NpgsqlDataSource.Create(where);
        try
        {
            return new(await PostgresEventStore.OpenAsync(dataSource, cancellationToken), dataSource, server: null);
        }
        catch (Exception exception)
        {
            await dataSource.DisposeAsync();
            if (exception is not (NpgsqlException or SocketException or TimeoutException)) throw;
            var database = where.Database is null ? "" : $", database {where.Database}";
            throw new WrongUseException(
                $"there is no store at {where.Host}:{where.Port}{database}: {exception.Message}; check --connection and that the server runs and lets you in");
        }
    }

    private static async Task<OpenStore> OpenPrivateAsync(TextWriter status, CancellationToken cancellationToken)
    {
        using var message = new LateMessage(status);
        var cluster = await EmbeddedCluster.StartAsync(progress: message.Set, cancellationToken: cancellationToken);
        var dataSource = NpgsqlDataSource.Create(cluster.ConnectionString);
        try
        {
            return new(await PostgresEventStore.OpenAsync(dataSource, cancellationToken), dataSource, cluster);
        }
        catch
        {
            await dataSource.DisposeAsync();
            await cluster.DisposeAsync();
            throw;
        }
    }
}
