using Negotiations.Store;
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

    /// <summary>
    /// Makes one that has an empty store: a copy of one that is made once, which takes a tenth of the time.
    /// </summary>
    public static async Task<TestDatabase> CreateWithStoreAsync()
    {
        var server = await TestServer.ConnectionStringAsync();
        var template = await Template.Value;
        var name = $"test_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"create database {name} template {template}");
        return new TestDatabase(server, name);
    }

    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    // It goes with the server of the test run; on a server that was given it would stay, so it has a name of its own
    // there.
    private static async Task<string> MakeTemplateAsync()
    {
        var made = await CreateAsync();
        await made.OpenStoreAsync();
        await made.DataSource.DisposeAsync();
        await OnServerAsync(made.server, $"alter database {made.name} is_template true allow_connections false");
        return made.name;
    }

    /// <summary>Opens a store in it.</summary>
    public Task<MartenEventStore> OpenStoreAsync() => MartenEventStore.OpenAsync(DataSource);

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
