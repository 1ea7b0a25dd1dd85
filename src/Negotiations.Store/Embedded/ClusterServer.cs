using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Negotiations.Store;

/// <summary>The server of a cluster: starts it, attaches to it, stops it. Its caller holds the startup lock.</summary>
internal sealed class ClusterServer(ClusterFolder folder, PostgresBinaries binaries, ServerAccount user)
{
    /// <summary>
    /// The variable of the environment that, set to 1, asks for a loopback port in place of a socket.
    /// </summary>
    public const string LoopbackVariable = "NEGOTIATIONS_LOOPBACK";

    private const string Database = "negotiations";
    private const int SocketPort = 5432;
    private const int LongestSocketPath = 100;
    private const int StartSeconds = 60;
    private const long LongestLog = 10_000_000;
    private const string TemporaryPrefix = "negotiations-";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // What passes by itself: the children of a killed server end within moments; a server that somebody else was
    // starting has come first; of two programs that were told of the same free port, the later one gets another.
    private static readonly string[] Passing =
    [
        "shared memory block",
        "lock file",
        "Address already in use",
        "could not bind",
    ];

    private static bool Loopback =>
        OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable(LoopbackVariable) == "1";

    /// <summary>Makes sure that the server runs and has the database, and gives the connection to it.</summary>
    /// <exception cref="ClusterException">It cannot be started, or does not answer.</exception>
    public async Task<string> RunAsync(
        IReadOnlyDictionary<string, string> extraSettings,
        Action<string>? progress,
        CancellationToken cancellationToken
    )
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(StartSeconds); ; )
        {
            // A server that we find may be starting or stopping: then we wait until it answers, or is gone.
            var problem = PostmasterPidFile.IsOfLivingServer(folder)
                ? null
                : await StartAsync(extraSettings, progress, cancellationToken);
            if (BuildConnection(PostmasterPidFile.Read(folder)) is { } connection)
            {
                try
                {
                    return await WithDatabaseAsync(connection, cancellationToken);
                }
                catch (NpgsqlException exception)
                {
                    problem ??= $"it does not answer: {exception.Message}";
                }
            }

            if (DateTime.UtcNow > deadline)
            {
                throw new ClusterException(
                    $"the PostgreSQL server in {folder.Path} cannot be used: "
                        + $"{problem ?? "it does not say where it listens"}\nThe end of {folder.Log}:\n{TailOfLog(0)}"
                );
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Stops the server, if it runs.</summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> StopAsync(CancellationToken cancellationToken)
    {
        if (!PostmasterPidFile.IsOfLivingServer(folder))
            return null;
        var socketFolder = PostmasterPidFile.Read(folder)?.SocketFolder;
        var (exitCode, output) = await PgCtlAsync(["stop", "-m", "fast", "-w"], cancellationToken);
        if (exitCode != 0)
            return $"the PostgreSQL server in {folder.Path} did not stop: {output}";
        RemoveTemporary(socketFolder);
        return null;
    }

    /// <summary>Starts the server; gives the problem where that failed for a reason that passes, else null.</summary>
    private async Task<string?> StartAsync(
        IReadOnlyDictionary<string, string> extraSettings,
        Action<string>? progress,
        CancellationToken cancellationToken
    )
    {
        progress?.Invoke($"starting PostgreSQL {folder.Major} in {folder.Path}");
        RemoveTemporary(PostmasterPidFile.Read(folder)?.SocketFolder);
        PostmasterPidFile.DisownProcess(folder);
        var socketFolder = await ConfigureAsync(extraSettings, cancellationToken);
        if (File.Exists(folder.Log) && new FileInfo(folder.Log).Length > LongestLog)
            File.Move(folder.Log, $"{folder.Log}.1", overwrite: true);
        var logged = File.Exists(folder.Log) ? new FileInfo(folder.Log).Length : 0;
        var (exitCode, output) = await PgCtlAsync(
            [
                "start",
                "-w",
                "-t",
                $"{StartSeconds}",
                "-l",
                Path.GetFileName(folder.Log),
                "-o",
                $"-c cluster_name={folder.Name}",
            ],
            cancellationToken
        );
        if (exitCode == 0)
            return null;

        RemoveTemporary(socketFolder);
        var log = TailOfLog(logged);
        var problem = $"pg_ctl of {binaries.Folder} said:\n{output}\nThe end of {folder.Log}:\n{log}";
        return Passing.Any(log.Contains)
            ? problem
            : throw new ClusterException($"the PostgreSQL server in {folder.Path} does not start. {problem}");
    }

    // Within the folder of the cluster, and by names relative to it: pg_ctl passes them to a shell without quoting,
    // which would find commands in a folder of an unlucky name.
    private Task<(int ExitCode, string Output)> PgCtlAsync(string[] arguments, CancellationToken cancellationToken) =>
        user.RunAsync(
            folder.Path,
            binaries.ResolvePath("pg_ctl"),
            [.. arguments, "-D", Path.GetFileName(folder.Data)],
            cancellationToken
        );

    /// <summary>Writes the settings; gives the folder of the socket, empty where there is none.</summary>
    private async Task<string> ConfigureAsync(
        IReadOnlyDictionary<string, string> extraSettings,
        CancellationToken cancellationToken
    )
    {
        var settings = new Dictionary<string, string>(extraSettings);
        string access;
        if (Loopback)
        {
            settings["listen_addresses"] = "127.0.0.1";
            settings["unix_socket_directories"] = "";
            settings["port"] = $"{FreePort()}";
            access = "host all all 127.0.0.1/32 scram-sha-256";
        }
        else
        {
            // Nobody needs a password: nobody but the server's user and root can enter the folder of the socket.
            settings["listen_addresses"] = "";
            settings["unix_socket_directories"] = await SocketFolderAsync(cancellationToken);
            settings["port"] = $"{SocketPort}";
            access = "local all all trust";
        }

        var lines = settings.Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''")}'\n");
        var file = Path.Combine(folder.Data, ClusterCreation.Settings);
        await File.WriteAllTextAsync(
            file,
            $"# Written anew at each start; your own settings go into postgresql.conf.\n{string.Concat(lines)}",
            cancellationToken
        );
        await user.OwnAsync(file, cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "pg_hba.conf"), $"{access}\n", cancellationToken);
        return settings["unix_socket_directories"];
    }

    private async Task<string> SocketFolderAsync(CancellationToken cancellationToken)
    {
        var path = folder.Socket;
        // Commas and quotation marks mean something in the setting and in a connection string.
        if (path.AsSpan().ContainsAny(",\"'") || Encoding.UTF8.GetByteCount(SocketIn(path)) > LongestSocketPath)
            path = CreateTemporary();
        else if (Directory.Exists(path))
            foreach (var stale in Directory.EnumerateFiles(path))
                File.Delete(stale);
        else
            ClusterCreation.CreatePrivate(path);
        await user.OwnAsync(path, cancellationToken);
        return path;
    }

    // The name cannot be foreseen, and it is made closed to others: nobody can put a socket of their own in its place.
    private static string CreateTemporary()
    {
        var path = Directory.CreateTempSubdirectory(TemporaryPrefix).FullName;
        if (Encoding.UTF8.GetByteCount(SocketIn(path)) <= LongestSocketPath)
            return path;
        Directory.Delete(path);
        path = $"/tmp/{TemporaryPrefix}{Guid.NewGuid():N}";
        ClusterCreation.CreatePrivate(path);
        return path;
    }

    private void RemoveTemporary(string? socketFolder)
    {
        if (string.IsNullOrEmpty(socketFolder) || socketFolder == folder.Socket)
            return;
        if (
            Path.GetFileName(socketFolder).StartsWith(TemporaryPrefix, StringComparison.Ordinal)
            && Directory.Exists(socketFolder)
        )
            Directory.Delete(socketFolder, recursive: true);
    }

    private static string SocketIn(string path) => Path.Combine(path, $".s.PGSQL.{SocketPort}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private NpgsqlConnectionStringBuilder? BuildConnection(PostmasterPidFile? server)
    {
        if (server is null)
            return null;
        var connection = new NpgsqlConnectionStringBuilder
        {
            Port = server.Port,
            Username = ClusterCreation.Owner,
            Database = Database,
        };
        if (server.SocketFolder.Length > 0)
        {
            connection.Host = server.SocketFolder;
            return connection;
        }

        connection.Host = "127.0.0.1";
        connection.Password = File.Exists(folder.Password)
            ? File.ReadAllText(folder.Password).Trim()
            : throw new ClusterException(
                $"{folder.Password} is gone, which held the password of the server: put it back, or let PostgreSQL "
                    + $"listen on a socket ({LoopbackVariable}=0) and give the user '{ClusterCreation.Owner}' the "
                    + "password in a new file"
            );
        return connection;
    }

    private static async Task<string> WithDatabaseAsync(
        NpgsqlConnectionStringBuilder target,
        CancellationToken cancellationToken
    )
    {
        var maintenance = new NpgsqlConnectionStringBuilder(target.ConnectionString)
        {
            Database = "postgres",
            Pooling = false,
            Timeout = 5,
        };
        await using var connection = new NpgsqlConnection(maintenance.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand($"select from pg_database where datname = '{Database}'", connection);
        bool there;
        await using (var reader = await exists.ExecuteReaderAsync(cancellationToken))
            there = await reader.ReadAsync(cancellationToken);
        if (!there)
        {
            await using var create = new NpgsqlCommand($"create database {Database}", connection);
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        return target.ConnectionString;
    }

    private string TailOfLog(long from)
    {
        if (!File.Exists(folder.Log))
            return "(there is no log)";
        using var stream = new FileStream(
            folder.Log,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        stream.Position = Math.Max(from, stream.Length - 4000);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(20));
    }
}
