using Negotiations.Store;
using Npgsql;

namespace Negotiations.Testing;

/// <summary>A PostgreSQL server of a test's own, to be stopped, copied as a standby, and promoted.</summary>
/// <remarks>
/// It listens on a socket in a temporary folder, and its data goes when it is disposed of. What was committed outlives
/// an immediate stop of the server, not of the machine.
/// </remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Owner = "negotiations";

    private readonly string folder;
    private readonly PostgresBinaries binaries;
    private readonly ServerAccount account;

    private PostgresServer(string folder, PostgresBinaries binaries, ServerAccount account) =>
        (this.folder, this.binaries, this.account) = (folder, binaries, account);

    /// <summary>The host by which it is found: the folder of its socket.</summary>
    public string Host => folder;

    /// <summary>How to connect to its first database.</summary>
    public string ConnectionString => $"Host={Host};Username={Owner};Database=postgres";

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes a server and starts it.</summary>
    public static async Task<PostgresServer> CreateAsync()
    {
        var server = await PrepareAsync();
        await server.RunAsync(
            "initdb",
            "-D",
            server.Data,
            "-U",
            Owner,
            "-E",
            "UTF8",
            "--no-locale",
            "--no-sync",
            "-A",
            "trust"
        );
        await File.AppendAllTextAsync(
            Path.Combine(server.Data, "postgresql.conf"),
            "fsync = off\nmax_connections = 200\nlisten_addresses = ''\nwal_keep_size = 256MB\n"
        );
        await server.StartAsync();
        return server;
    }

    /// <summary>Makes a standby of it, which receives what is written to this one, and starts that.</summary>
    public async Task<PostgresServer> CopyAsync()
    {
        var standby = await PrepareAsync();
        await RunAsync(
            "pg_basebackup",
            "-h",
            Host,
            "-U",
            Owner,
            "-D",
            standby.Data,
            "-R",
            "-X",
            "stream",
            "-c",
            "fast"
        );
        await standby.StartAsync();
        return standby;
    }

    /// <summary>Starts it, after it was stopped.</summary>
    public Task StartAsync() =>
        RunAsync(
            "pg_ctl",
            "start",
            "-w",
            "-D",
            Data,
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-c unix_socket_directories={folder}"
        );

    /// <summary>Stops it.</summary>
    /// <param name="mode"><c>fast</c> or <c>immediate</c>, which is as if it had crashed.</param>
    public Task StopAsync(string mode) => RunAsync("pg_ctl", "stop", "-w", "-m", mode, "-D", Data);

    /// <summary>Makes a primary of a standby.</summary>
    public Task PromoteAsync() => RunAsync("pg_ctl", "promote", "-w", "-D", Data);

    /// <summary>Runs SQL in one of its databases.</summary>
    public async Task<T> QueryAsync<T>(string sql, string database = "postgres")
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database, Pooling = false };
        await using var opened = new NpgsqlConnection(connection.ConnectionString);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            await StopAsync("immediate");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<PostgresServer> PrepareAsync()
    {
        var account = await ServerAccount.FindAsync(CancellationToken.None);
        var binaries = (await PostgresBinaries.FindAsync("/nowhere", CancellationToken.None))[0];
        var folder = Directory.CreateTempSubdirectory("negotiations-pg-").FullName;
        await account.OwnAsync(folder, CancellationToken.None);
        return new(folder, binaries, account);
    }

    private async Task RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output) = await account.RunAsync(
            folder,
            binaries.ResolvePath(program),
            arguments,
            CancellationToken.None
        );
        if (exitCode != 0)
            throw new InvalidOperationException($"{program}: {output}");
    }
}
