using Npgsql;

namespace Negotiations.Bench;

/// <summary>An empty database on the server that is measured; dropped when it is disposed of.</summary>
public sealed class BenchDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private BenchDatabase(string server, string name)
    {
        (this.server, this.name) = (server, name);
        Connection = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            // A COPY of a whole history or a reading of it takes as long as it takes.
            CommandTimeout = 0,
        }.ConnectionString;
        Source = NpgsqlDataSource.Create($"{Connection};No Reset On Close=true;Max Auto Prepare=64");
    }

    public string Connection { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>Makes a database beside the one of a connection.</summary>
    public static async Task<BenchDatabase> CreateAsync(string connection)
    {
        var name = $"negotiations_bench_{Guid.NewGuid():N}";
        await ExecuteAsync(connection, $"create database {name} encoding 'UTF8' template template0");
        return new(connection, name);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await ExecuteAsync(server, $"drop database {name} with (force)");
    }

    private static async Task ExecuteAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
