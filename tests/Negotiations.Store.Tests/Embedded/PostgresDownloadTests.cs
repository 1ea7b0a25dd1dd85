using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Npgsql;

namespace Negotiations.Store.Tests;

public sealed class PostgresDownloadTests : IAsyncLifetime
{
    private static readonly string[] StrictUmask = ["/bin/sh", "-c", "umask 077; exec \"$0\" \"$@\""];

    // In a folder that another user can enter: root's server runs as somebody else.
    private readonly string folder = MadeCluster.TemporaryName("download");
    private PostgresRepository repository = null!;

    public async Task InitializeAsync()
    {
        repository = await PostgresRepository.StartAsync();
        Directory.CreateDirectory(folder);
    }

    public async Task DisposeAsync()
    {
        await repository.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [LinuxFact]
    public async Task Where_there_is_none_it_is_fetched_once_and_used_like_any_other()
    {
        var environment = MayDownload(repository.Environment);
        using (var first = Probe.Start(folder, environment, StrictUmask))
        {
            await using var source = NpgsqlDataSource.Create(await first.ConnectedAsync());
            await using var command = source.CreateCommand("select setting from pg_config where name = 'SHAREDIR'");
            Assert.StartsWith($"{FetchedFolder()}/", (string?)await command.ExecuteScalarAsync());
            var (exitCode, errors) = await first.LeaveAsync();
            Assert.Equal(0, exitCode);
            Assert.Contains("unpacking PostgreSQL", errors);
        }

        var asked = repository.Requests.Count;
        using var second = Probe.Start(folder, environment, StrictUmask);
        await second.ConnectedAsync();
        Assert.Equal(0, (await second.LeaveAsync()).ExitCode);
        Assert.Equal(asked, repository.Requests.Count);
        Assert.Equal(1, repository.JarRequests);
    }

    [LinuxFact]
    public async Task Two_processes_at_once_fetch_it_once()
    {
        var environment = MayDownload(repository.Environment);
        using var one = Probe.Start(folder, environment);
        using var two = Probe.Start(folder, environment);

        Assert.Equal(await one.ConnectedAsync(), await two.ConnectedAsync());

        Assert.Equal(1, repository.JarRequests);
        Assert.Equal(0, (await one.LeaveAsync()).ExitCode);
        Assert.Equal(0, (await two.LeaveAsync()).ExitCode);
    }

    [RootFact]
    [UnsupportedOSPlatform("windows")]
    public async Task An_ordinary_user_fetches_it_for_themselves()
    {
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        var own = Path.Combine(folder, "own");
        using var probe = Probe.Start(
            own,
            new Dictionary<string, string>(MayDownload(repository.Environment)) { ["DOTNET_CLI_HOME"] = folder },
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups"
        );

        await probe.ConnectedAsync();

        Assert.Equal(0, (await probe.LeaveAsync()).ExitCode);
        Assert.Single(Directory.GetDirectories(Path.Combine(own, "binaries")));
    }

    [LinuxFact]
    public async Task Without_leave_nothing_is_asked_for_and_the_message_says_how_to_give_it()
    {
        using var probe = Probe.Start(folder, repository.Environment);

        var (exitCode, errors) = await probe.LeaveAsync();

        Assert.Equal(3, exitCode);
        Assert.Contains("--download-postgres", errors);
        Assert.Empty(repository.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [LinuxTheory]
    [InlineData("a wrong checksum", "has the SHA1 checksum")]
    [InlineData("a page for a checksum", "has the SHA1 checksum")]
    [InlineData("no checksum", "there is no checksum")]
    [InlineData("cut off", "ended prematurely")]
    [InlineData("silent", "has been silent for 1 seconds")]
    [InlineData("no archive", "No .txz archive found")]
    [InlineData("another version inside", "are of another version")]
    [InlineData("not there", "Nothing found")]
    public async Task What_is_not_right_is_not_kept(string fault, string message)
    {
        var version = repository.Version;
        switch (fault)
        {
            case "a wrong checksum":
                repository.Checksums["sha1"] = new string('0', 40);
                break;
            case "a page for a checksum":
                repository.Checksums["sha1"] = "<html>";
                break;
            case "no checksum":
                repository.Checksums.Clear();
                break;
            case "cut off":
                repository.SentOfJar = 100_000;
                break;
            case "silent":
                (repository.SentOfJar, repository.GoesSilent) = (100_000, true);
                break;
            case "no archive":
                // The shortest zip: the end of a directory without entries.
                Serve([0x50, 0x4B, 5, 6, .. new byte[18]]);
                break;
            case "another version inside":
                version = repository.Version = "16.99.0";
                break;
            case "not there":
                version = "16.99.0";
                break;
        }

        var failure = await Assert.ThrowsAsync<ClusterException>(() =>
            FetchAsync(version, patience: TimeSpan.FromSeconds(1))
        );

        Assert.Contains(message, failure.Message);
        Assert.Contains(repository.Address, failure.Message);
        Assert.Contains("try again", failure.Message);
        Assert.Contains(PostgresDownload.SourceVariable, failure.Message);
        AssertNothingIsLeft();
    }

    [LinuxFact]
    public async Task A_cancelled_download_leaves_nothing()
    {
        (repository.SentOfJar, repository.GoesSilent) = (100_000, true);
        using var cancelling = new CancellationTokenSource();

        var fetching = FetchAsync(repository.Version, cancellationToken: cancelling.Token);
        await repository.Silent.Task;
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
        AssertNothingIsLeft();
    }

    [LinuxFact]
    public async Task What_a_killed_download_left_is_removed_by_the_next()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(folder, "binaries", "unfinished", "deep"));

        Assert.NotNull(await FetchAsync(repository.Version));

        Assert.False(Directory.Exists(unfinished.FullName));
        Assert.Single(Directory.GetDirectories(Path.Combine(folder, "binaries")));
    }

    [LinuxFact]
    public async Task The_better_checksum_counts()
    {
        repository.Checksums["sha256"] = $"{new string('0', 64)}  some.jar";

        var failure = await Assert.ThrowsAsync<ClusterException>(() => FetchAsync(repository.Version));

        Assert.Contains("has the SHA256 checksum", failure.Message);
        repository.Checksums["sha256"] = $"{Convert.ToHexString(SHA256.HashData(repository.Jar))}  some.jar";
        Assert.NotNull(await FetchAsync(repository.Version));
    }

    [LinuxFact]
    public async Task A_repository_cannot_change_a_file_whose_checksum_is_known_here()
    {
        if (RuntimeInformation.OSArchitecture != Architecture.X64 || File.Exists("/etc/alpine-release"))
            return;
        repository.Version = "17.6.0";
        repository.Checksums["sha256"] = Convert.ToHexString(SHA256.HashData(repository.Jar));

        var failure = await Assert.ThrowsAsync<ClusterException>(() => FetchAsync(repository.Version));

        Assert.Contains("not 23da5a04", failure.Message);
        AssertNothingIsLeft();
    }

    [LinuxFact]
    public async Task A_store_of_another_version_gets_the_newest_of_its_own()
    {
        var major = int.Parse(repository.Version.Split('.')[0]);

        var fetched = await FetchAsync("99.1.0", major);

        Assert.Equal(major, fetched?.Major);
        Assert.Equal(Path.Combine(FetchedFolder(), "bin"), fetched?.Folder);
    }

    private async Task<PostgresBinaries?> FetchAsync(
        string version,
        int? major = null,
        TimeSpan? patience = null,
        CancellationToken cancellationToken = default
    ) =>
        await new PostgresDownload(folder, await ServerAccount.FindAsync(cancellationToken))
        {
            Source = repository.Address,
            Version = version,
            Patience = patience ?? TimeSpan.FromMinutes(1),
        }.FetchAsync(major, new Consent(), null, cancellationToken);

    private string FetchedFolder() => Directory.GetDirectories(Path.Combine(folder, "binaries")).Single();

    private void Serve(byte[] jar)
    {
        repository.Jar = jar;
        repository.Checksums["sha1"] = Convert.ToHexString(SHA1.HashData(jar));
    }

    private void AssertNothingIsLeft() =>
        Assert.Equal(
            ["lock"],
            Directory.GetFileSystemEntries(Path.Combine(folder, "binaries")).Select(Path.GetFileName)
        );

    private static Dictionary<string, string> MayDownload(Dictionary<string, string> environment) =>
        new(environment) { ["PROBE_MAY_DOWNLOAD"] = "1" };

    private sealed class Consent : IDownloadDialog
    {
        public Task<bool> AskAsync(string offer, CancellationToken cancellationToken) => Task.FromResult(true);

        public void Report(DownloadStep value) => Assert.InRange(value.Received, 1, value.Total);
    }
}
