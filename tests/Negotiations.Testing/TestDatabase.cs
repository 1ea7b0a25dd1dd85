using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
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
    public static async Task<TestDatabase> CreateAsync() => await CreateAsync(await TestServer.ConnectionStringAsync());

    /// <summary>Makes one on a server of the test's own.</summary>
    /// <param name="server">How to connect to the server.</param>
    public static async Task<TestDatabase> CreateAsync(string server)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"create database {name}");
        return new TestDatabase(server, name);
    }

    /// <summary>
    /// Makes one that has an empty store: a copy of one that is made once, which takes a tenth of the time.
    /// </summary>
    public static Task<TestDatabase> CreateWithStoreAsync() => CopyAsync("empty store", made => made.OpenStoreAsync());

    /// <summary>Makes one as a copy of one that is filled once in a test run.</summary>
    /// <param name="content">What it holds: the same words, the same content.</param>
    /// <param name="fill">Fills the first one; no connection to it may stay open.</param>
    public static async Task<TestDatabase> CopyAsync(string content, Func<TestDatabase, Task> fill)
    {
        var server = await TestServer.ConnectionStringAsync();
        var template = await Templates.GetOrAdd(content, _ => new(() => MakeTemplateAsync(fill))).Value;
        var name = $"test_{Guid.NewGuid():N}";
        await OnServerAsync(server, $"create database {name} template {template}");
        return new TestDatabase(server, name);
    }

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);

    // It goes with the server of the test run; on a server that was given it would stay, so it has a name of its own
    // there.
    private static async Task<string> MakeTemplateAsync(Func<TestDatabase, Task> fill)
    {
        var made = await CreateAsync();
        await fill(made);
        await made.DataSource.DisposeAsync();
        await OnServerAsync(made.server, $"alter database {made.name} is_template true allow_connections false");
        return made.name;
    }

    /// <summary>Reads a dump of <c>pg_dump</c> into it, plain SQL packed by gzip.</summary>
    public async Task RestoreAsync(string dump)
    {
        // A role belongs to the server: another test may be making it.
        await ExecuteAsync(
            """
            do $$ begin
              create role negotiations_program nologin noinherit;
            exception when duplicate_object or unique_violation then null;
            end $$
            """
        );
        await using var connection = await DataSource.OpenConnectionAsync();
        await using var file = new GZipStream(File.OpenRead(dump), CompressionMode.Decompress);
        using var reader = new StreamReader(file);
        var sql = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("COPY ", StringComparison.Ordinal))
            {
                sql.AppendLine(line);
                continue;
            }

            await RunAsync();
            await using var rows = await connection.BeginTextImportAsync(line.TrimEnd(';'));
            while (await reader.ReadLineAsync() is { } row && row != "\\.")
                await rows.WriteAsync($"{row}\n");
        }

        await RunAsync();

        async Task RunAsync()
        {
            await using var command = new NpgsqlCommand(sql.ToString(), connection);
            await command.ExecuteNonQueryAsync();
            sql.Clear();
        }
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
