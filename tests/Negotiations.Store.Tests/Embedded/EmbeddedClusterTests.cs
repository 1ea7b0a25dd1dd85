using System.Diagnostics;
using System.Runtime.Versioning;
using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class EmbeddedClusterTests(MadeCluster made) : IClassFixture<MadeCluster>, IAsyncLifetime
{
    // In a folder that another user can enter: root's server runs as somebody else.
    private readonly string folder = MadeCluster.TemporaryName("cluster");

    // With no cluster in it yet.
    private readonly string empty = MadeCluster.TemporaryName("empty");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(empty);
        await made.CopyToAsync(folder);
    }

    public async Task DisposeAsync()
    {
        // Where a test failed, its server may still run.
        foreach (var server in new[] { folder, empty }.Select(ServerProcess).OfType<int>())
        {
            using var process = Process.GetProcessById(server);
            process.Kill();
            await Task.Delay(500);
        }

        Directory.Delete(folder, recursive: true);
        Directory.Delete(empty, recursive: true);
    }

    [Fact]
    public async Task The_first_start_makes_a_cluster_and_the_second_one_finds_it()
    {
        var said = new List<string>();
        await using (var cluster = await EmbeddedCluster.StartAsync(empty, progress: said.Add))
        {
            await ExecuteAsync(cluster.ConnectionString, "create table kept (n int)");
            Assert.Equal(
                "C",
                await QueryAsync(
                    cluster.ConnectionString,
                    "select datcollate from pg_database where datname = current_database()"
                )
            );
            Assert.Equal("UTF8", await QueryAsync(cluster.ConnectionString, "show server_encoding"));
            Assert.Equal("on", await QueryAsync(cluster.ConnectionString, "show fsync"));
            Assert.Equal("", await QueryAsync(cluster.ConnectionString, "show listen_addresses"));
        }

        Assert.Contains(said, line => line.StartsWith("making a private PostgreSQL", StringComparison.Ordinal));
        Assert.Null(ServerProcess(empty));

        said.Clear();
        await using var again = await EmbeddedCluster.StartAsync(empty, progress: said.Add);
        Assert.Equal("0", await QueryAsync(again.ConnectionString, "select count(*)::text from kept"));
        Assert.StartsWith("starting PostgreSQL", Assert.Single(said));
    }

    [Fact]
    public async Task Eight_at_once_share_one_server()
    {
        var clusters = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => EmbeddedCluster.StartAsync(empty)));

        Assert.Single(clusters.Select(cluster => cluster.ConnectionString).Distinct());
        var server = ServerProcess(empty);
        foreach (var cluster in clusters[..7])
            await cluster.DisposeAsync();
        Assert.Equal(server, ServerProcess(empty));
        Assert.Equal("1", await QueryAsync(clusters[7].ConnectionString, "select '1'"));

        await clusters[7].DisposeAsync();
        await clusters[7].DisposeAsync();
        Assert.Null(ServerProcess(empty));
    }

    [Fact]
    public async Task Two_processes_share_one_server_and_the_last_one_stops_it()
    {
        using var one = Probe.Start(empty);
        using var two = Probe.Start(empty);
        Assert.Equal(await one.ConnectedAsync(), await two.ConnectedAsync());
        var server = ServerProcess(empty);

        Assert.Equal(0, (await one.LeaveAsync()).ExitCode);
        Assert.Equal(server, ServerProcess(empty));
        Assert.Equal("1", await QueryAsync(await ConnectAndLeaveAsync(), "select '1'"));

        Assert.Equal(0, (await two.LeaveAsync()).ExitCode);
        Assert.Null(ServerProcess(empty));

        async Task<string> ConnectAndLeaveAsync()
        {
            await using var cluster = await EmbeddedCluster.StartAsync(empty);
            return cluster.ConnectionString;
        }
    }

    [Fact]
    public async Task Coming_and_going_at_random_always_finds_a_server()
    {
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(async seed =>
                {
                    var random = new Random(seed);
                    for (var round = 0; round < 6; round++)
                    {
                        await Task.Delay(random.Next(150));
                        await using var cluster = await EmbeddedCluster.StartAsync(folder);
                        Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));
                        await Task.Delay(random.Next(50));
                    }
                })
        );
        Assert.Null(ServerProcess(folder));
    }

    [Fact]
    public async Task The_server_of_a_killed_process_is_taken_over()
    {
        using var probe = Probe.Start(folder);
        await probe.ConnectedAsync();
        var server = ServerProcess(folder);
        probe.Kill();
        Assert.Equal(server, ServerProcess(folder));

        await using (var cluster = await EmbeddedCluster.StartAsync(folder))
        {
            Assert.Equal(server, ServerProcess(folder));
            Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));
        }

        Assert.Null(ServerProcess(folder));
    }

    [Fact]
    public async Task A_killed_server_is_started_anew()
    {
        await using var first = await EmbeddedCluster.StartAsync(folder);
        await ExecuteAsync(first.ConnectionString, "create table kept as select 7 as n");
        var killed = ServerProcess(folder)!.Value;
        using (var process = Process.GetProcessById(killed))
            process.Kill();
        NpgsqlConnection.ClearAllPools();

        await using var second = await EmbeddedCluster.StartAsync(folder);

        Assert.NotEqual(killed, ServerProcess(folder));
        Assert.Equal("7", await QueryAsync(second.ConnectionString, "select n::text from kept"));
    }

    [Fact]
    public async Task A_process_that_got_the_number_of_a_dead_server_is_not_mistaken_for_it()
    {
        string left;
        await using (await EmbeddedCluster.StartAsync(folder))
            left = await File.ReadAllTextAsync(PidFile(folder));
        await File.WriteAllTextAsync(PidFile(folder), $"{Environment.ProcessId}{left[left.IndexOf('\n')..]}");

        await using var cluster = await EmbeddedCluster.StartAsync(folder);

        Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));
    }

    [Fact]
    public async Task A_first_start_that_was_killed_is_done_again()
    {
        using var probe = Probe.Start(empty);
        var watch = Stopwatch.StartNew();
        while (Unfinished().Length == 0 && watch.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(5);
        Assert.NotEmpty(Unfinished());
        probe.Kill();
        Assert.False(Directory.Exists(Path.Combine(ClusterPath(empty), "data")));

        await using var cluster = await EmbeddedCluster.StartAsync(empty);

        Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));

        string[] Unfinished() => Directory.GetDirectories(empty, "initdb-*", SearchOption.AllDirectories);
    }

    [Fact]
    public async Task Leftovers_of_an_unfinished_start_are_removed()
    {
        await using (await EmbeddedCluster.StartAsync(folder)) { }

        Directory.Move(Path.Combine(ClusterPath(folder), "data"), Path.Combine(ClusterPath(folder), "initdb-1"));

        await using var cluster = await EmbeddedCluster.StartAsync(folder);

        Assert.Empty(Directory.GetDirectories(ClusterPath(folder), "initdb-*"));
    }

    [LinuxFact]
    public async Task The_server_stands_apart_from_the_terminal_of_its_starter()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(folder);

        // An interrupt from the keyboard goes to the process group in the foreground of the terminal's session.
        Assert.NotEqual(GroupAndSession(Environment.ProcessId), GroupAndSession(ServerProcess(folder)!.Value));

        static (string Group, string Session) GroupAndSession(int process)
        {
            var fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
            return (fields[2], fields[3]);
        }
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_one_elsewhere()
    {
        var deep = Path.Combine(empty, new string('d', 120));
        string socketFolder;
        await using (var cluster = await EmbeddedCluster.StartAsync(deep))
        {
            socketFolder = new NpgsqlConnectionStringBuilder(cluster.ConnectionString).Host!;
            Assert.True(Directory.Exists(socketFolder));
            await using var other = await EmbeddedCluster.StartAsync(deep);
            Assert.Equal(cluster.ConnectionString, other.ConnectionString);
            Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));
        }

        Assert.False(Directory.Exists(socketFolder));
    }

    [Fact]
    public async Task A_folder_may_have_any_name()
    {
        var path = Path.Combine(
            empty,
            OperatingSystem.IsWindows() ? "größe ; a = 'b'" : "it's, \"größe\" ; $HOME `x` = % 🕊"
        );
        await using var cluster = await EmbeddedCluster.StartAsync(path);
        await using var again = await EmbeddedCluster.StartAsync(path);
        Assert.Equal("1", await QueryAsync(again.ConnectionString, "select '1'"));
    }

    [Fact]
    public async Task On_a_loopback_port_the_password_is_needed()
    {
        using var probe = Probe.Start(folder, new Dictionary<string, string> { ["NEGOTIATIONS_LOOPBACK"] = "1" });
        var connection = new NpgsqlConnectionStringBuilder(await probe.ConnectedAsync());

        Assert.Equal("127.0.0.1", connection.Host);
        Assert.Equal("1", await QueryAsync(connection.ConnectionString, "select '1'"));
        // A process that would use a socket attaches to what runs.
        await using (var cluster = await EmbeddedCluster.StartAsync(folder))
            Assert.Equal(connection.ConnectionString, cluster.ConnectionString);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(Path.Combine(ClusterPath(folder), "password"))
            );
        }

        connection.Password = "wrong";
        connection.Pooling = false;
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            QueryAsync(connection.ConnectionString, "select '1'")
        );
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);

        Assert.Equal(0, (await probe.LeaveAsync()).ExitCode);
        Assert.Null(ServerProcess(folder));
        await using var onSocket = await EmbeddedCluster.StartAsync(folder);
        Assert.Equal("1", await QueryAsync(onSocket.ConnectionString, "select '1'"));
    }

    [Fact]
    public async Task Without_PostgreSQL_the_message_says_how_to_get_it()
    {
        using var probe = Probe.Start(
            folder,
            new Dictionary<string, string> { ["NEGOTIATIONS_POSTGRES_BIN"] = folder }
        );

        var (exitCode, errors) = await probe.LeaveAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("apt install postgresql", errors);
        Assert.Contains("docker compose up", errors);
        Assert.Contains("--connection", errors);
        Assert.Contains(folder, errors);
    }

    [Fact]
    public async Task A_cluster_of_another_version_is_left_alone()
    {
        var data = Directory.CreateDirectory(Path.Combine(empty, "pg-99", "data"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "99\n");

        var failure = await Assert.ThrowsAsync<ClusterException>(() => EmbeddedCluster.StartAsync(empty));

        Assert.Contains("was made by PostgreSQL 99", failure.Message);
        Assert.Contains("pg_upgrade", failure.Message);
        Assert.Single(Directory.GetDirectories(empty));
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_why()
    {
        var failure = await Assert.ThrowsAsync<ClusterException>(() =>
            EmbeddedCluster.StartAsync(folder, new Dictionary<string, string> { ["shared_buffers"] = "plenty" })
        );

        Assert.Contains("does not start", failure.Message);
        Assert.Contains("invalid value for parameter \"shared_buffers\": \"plenty\"", failure.Message);
        await using var cluster = await EmbeddedCluster.StartAsync(folder);
        Assert.Equal("1", await QueryAsync(cluster.ConnectionString, "select '1'"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(empty, "file");
        await File.WriteAllTextAsync(file, "");

        var failure = await Assert.ThrowsAsync<ClusterException>(() => EmbeddedCluster.StartAsync(file));

        Assert.Contains($"cannot be kept in {file}", failure.Message);
        Assert.Contains("NEGOTIATIONS_HOME", failure.Message);
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Roots_server_runs_as_somebody_else()
    {
        await using var cluster = await EmbeddedCluster.StartAsync(folder);

        var ids = (await File.ReadAllLinesAsync($"/proc/{ServerProcess(folder)}/status"))
            .Single(line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Split('\t')[1..];
        Assert.DoesNotContain("0", ids);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(ClusterPath(folder))
        );
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Roots_folder_must_be_open_to_the_server()
    {
        var closed = Path.Combine(empty, "closed");
        Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var failure = await Assert.ThrowsAsync<ClusterException>(() => EmbeddedCluster.StartAsync(closed));

        Assert.Contains("cannot enter", failure.Message);
        Assert.Contains("NEGOTIATIONS_HOME", failure.Message);
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_ordinary_user_has_a_server_of_their_own()
    {
        File.SetUnixFileMode(empty, (UnixFileMode)0b111_111_111);
        using var probe = Probe.Start(
            Path.Combine(empty, "own"),
            new Dictionary<string, string> { ["HOME"] = empty, ["DOTNET_CLI_HOME"] = empty },
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups"
        );
        await probe.ConnectedAsync();

        var status = await File.ReadAllTextAsync($"/proc/{ServerProcess(Path.Combine(empty, "own"))}/status");
        Assert.Contains("Uid:\t65534", status);
        Assert.Equal(0, (await probe.LeaveAsync()).ExitCode);
        Assert.Null(ServerProcess(Path.Combine(empty, "own")));
    }

    private static string ClusterPath(string dataFolder) => Directory.GetDirectories(dataFolder, "pg-*").Single();

    private static string PidFile(string dataFolder) => Path.Combine(ClusterPath(dataFolder), "data", "postmaster.pid");

    /// <summary>
    /// The process of the server, by its own file; null where it has none, which it removes when it stops.
    /// </summary>
    private static int? ServerProcess(string dataFolder) =>
        Directory.GetDirectories(dataFolder, "pg-*").Length == 1 && File.Exists(PidFile(dataFolder))
            ? int.Parse(File.ReadLines(PidFile(dataFolder)).First())
            : null;

    private static Task ExecuteAsync(string connectionString, string sql) => QueryAsync(connectionString, sql);

    private static async Task<string?> QueryAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }
}
