using Negotiations.Postgres;
using Npgsql;

namespace Negotiations.Testing;

/// <summary>A fresh, empty database for one test; dropped afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private TestDatabase(string server, string name)
    {
        (this.server, this.name) = (server, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        DataSource = NpgsqlDataSource.Create(ConnectionString);
    }

    /// <summary>How to connect to it.</summary>
    public string ConnectionString { get; }

    /// <summary>Connections to it.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Makes one.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var server = await TestServer.ConnectionStringAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"create database {name}");
        return new TestDatabase(server, name);
    }

    /// <summary>Opens a store in it.</summary>
    public Task<PostgresEventStore> OpenStoreAsync() => PostgresEventStore.OpenAsync(DataSource);

    /// <summary>Runs SQL in it, as any other program could.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value that a query gives.</summary>
    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await OnServerAsync(server, $"drop database {name} with (force)");
    }

    private static async Task OnServerAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
