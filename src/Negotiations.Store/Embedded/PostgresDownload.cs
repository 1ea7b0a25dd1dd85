using System.Globalization;
using System.Text.RegularExpressions;
using MysticMind.PostgresEmbed;

namespace Negotiations.Store;

/// <summary>Fetches PostgreSQL into the folder of the program's data.</summary>
/// <remarks>
/// The library knows where the binaries of a version for this system are (musl included), asks a second time where the
/// network fails, and unpacks them. Ours is what it leaves open: it takes a jar whose checksum is missing, and one that
/// an earlier attempt left unchecked; it shows no progress, waits for a silent server without end, and creates files
/// that root's server cannot read under a strict umask. Its own server is not used: it does not run as root.
/// </remarks>
internal sealed partial class PostgresDownload(string dataFolder, ServerAccount account)
{
    /// <summary>The variable of the environment that names another Maven repository.</summary>
    public const string SourceVariable = "NEGOTIATIONS_POSTGRES_SOURCE";

    /// <summary>The variable of the environment that names the version to fetch, such as 16.9.0 or 16.</summary>
    public const string VersionVariable = "NEGOTIATIONS_POSTGRES_VERSION";

    // Its checksum is known here for the commonest system.
    private const string DefaultVersion = "17.6.0";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    [GeneratedRegex(@"^\d+(\.\d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumbersPattern { get; }

    private readonly string folder = FolderIn(dataFolder);

    /// <summary>The Maven repository.</summary>
    public string Source { get; init; } = Read(SourceVariable) ?? PgServerOptions.DefaultMavenRepo;

    /// <summary>The version to fetch for a new store.</summary>
    public string Version { get; init; } = Read(VersionVariable) ?? DefaultVersion;

    /// <summary>How long the source may be silent.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The folders that may hold fetched programs for this system, newest first.</summary>
    public static IEnumerable<string> Folders(string dataFolder)
    {
        // Looked at first, so that a command without fetched programs does not load the library.
        var folder = FolderIn(dataFolder);
        return Directory.Exists(folder) && DetectSystem() is { } system
            ? Directory
                .EnumerateDirectories(folder, $"*-{system}")
                .OrderByDescending(path =>
                    System.Version.TryParse(Path.GetFileName(path).Split('-')[0], out var version) ? version : new()
                )
                .Select(path => Path.Combine(path, "bin"))
            : [];
    }

    /// <summary>Fetches the programs; gives null where the user does not allow it or there are none.</summary>
    /// <param name="major">The version that an existing store needs; null for any.</param>
    /// <param name="dialog">Asks the user.</param>
    /// <param name="progress">Is told what takes time, in one line each.</param>
    /// <param name="cancellationToken">Cancels it; then nothing is left behind.</param>
    /// <exception cref="ClusterException">They cannot be fetched, or are not what they should be.</exception>
    public async Task<PostgresBinaries?> FetchAsync(
        int? major,
        IDownloadDialog dialog,
        Action<string>? progress,
        CancellationToken cancellationToken
    )
    {
        if (DetectSystem() is not { } system)
            return null;
        // The library takes a major version for the newest of it.
        var version = major is null || Version.Split('.')[0] == $"{major}" ? Version : $"{major}";
        var offer = $"version {version} (15 to 30 MB) from {Source} into {folder}";
        if (!await dialog.AskAsync(offer, cancellationToken))
            return null;

        Directory.CreateDirectory(folder);
        OpenToServer(folder, recursive: false);
        await account.RequireAccessAsync(folder, cancellationToken);
        await using var alone = await LockAsync(progress, cancellationToken);
        // Somebody else may have fetched them while we waited.
        return await FindFetchedAsync(major, cancellationToken)
            ?? await FetchAsync(version, system, dialog, progress, cancellationToken);
    }

    private async Task<PostgresBinaries> FetchAsync(
        string version,
        string system,
        IDownloadDialog dialog,
        Action<string>? progress,
        CancellationToken cancellationToken
    )
    {
        // Only the holder of the lock works here, so whatever is there was left by one that was killed.
        var work = Path.Combine(folder, "unfinished");
        Remove(work);
        try
        {
            Directory.CreateDirectory(work);
            OpenToServer(work, recursive: false);
            var (installed, exact) = await InstallAsync(version, work, dialog, progress, cancellationToken);
            OpenToServer(installed, recursive: true);
            var binaries = await CheckAsync(Path.Combine(installed, "bin"), exact, cancellationToken);
            var final = Path.Combine(folder, $"{exact}-{system}");
            // It would have been found if it could be used.
            Remove(final);
            Directory.Move(installed, final);
            return binaries with { Folder = Path.Combine(final, "bin") };
        }
        finally
        {
            Remove(work);
        }
    }

    private async Task<(string Folder, string Version)> InstallAsync(
        string version,
        string work,
        IDownloadDialog dialog,
        Action<string>? progress,
        CancellationToken cancellationToken
    )
    {
        using var transfer = new CheckedTransfer(work, Patience, dialog);
        // The transfer has its own limit; this one would end a slow download.
        using var client = new HttpClient(transfer) { Timeout = Timeout.InfiniteTimeSpan };
        transfer.Received += () => progress?.Invoke($"unpacking PostgreSQL {version}");
        try
        {
            await using var library = new PgServer(
                new PgServerOptions
                {
                    PgVersion = version,
                    MavenRepo = Source,
                    BinariesDir = work,
                    HttpClient = client,
                    DownloadRetryCount = 1,
                }
            );
            await library.InstallAsync(cancellationToken);
            // It does not look at the token while it unpacks.
            cancellationToken.ThrowIfCancellationRequested();
            // The source names the version, which becomes the name of a folder.
            return NumbersPattern.IsMatch(library.PgVersion)
                ? (library.InstallDir, library.PgVersion)
                : throw new FormatException($"'{library.PgVersion}' is no version");
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Of any type: the library lets through what the network, the archive and the disk throw.
            throw Failed(version, (exception.InnerException ?? exception).Message);
        }
    }

    private async Task<PostgresBinaries> CheckAsync(
        string programs,
        string version,
        CancellationToken cancellationToken
    )
    {
        var binaries = new PostgresBinaries(programs, int.Parse(version.Split('.')[0], CultureInfo.InvariantCulture));
        var (exitCode, said) = await account.RunAsync(
            programs,
            binaries.ResolvePath("postgres"),
            ["--version"],
            cancellationToken
        );
        var expected = string.Join('.', version.Split('.', '-').Take(2));
        return exitCode == 0 && VersionSaid().Match(said).Groups[1].Value == expected
            ? binaries
            : throw Failed(
                version,
                $"the programs do not run here, or are of another version; 'postgres --version' says: {said}"
            );
    }

    private async Task<PostgresBinaries?> FindFetchedAsync(int? major, CancellationToken cancellationToken) =>
        (await PostgresBinaries.ReadAsync(Folders(dataFolder), cancellationToken)).FirstOrDefault(binaries =>
            major is null || binaries.Major == major
        );

    private async Task<FileStream> LockAsync(Action<string>? progress, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "lock");
        if (FileLock.TryExclusive(path) is { } free)
            return free;
        progress?.Invoke("waiting for another process that fetches PostgreSQL");
        while (true)
        {
            await Task.Delay(Pause, cancellationToken);
            if (FileLock.TryExclusive(path) is { } alone)
                return alone;
        }
    }

    private ClusterException Failed(string version, string reason) =>
        new(
            $"""
            PostgreSQL {version} cannot be fetched from {Source}: {reason}
            Nothing was kept. Do one of these:
              try again
              name a mirror of Maven Central with {SourceVariable}, or another version with {VersionVariable}
              install PostgreSQL yourself (apt install postgresql, brew install postgresql@17, or the installer)
            """
        );

    // The user of root's server has to be able to read it, whatever the umask is.
    private void OpenToServer(string path, bool recursive)
    {
        if (OperatingSystem.IsWindows() || !account.IsSomebodyElse)
            return;
        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode enter = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | read | enter);
        if (!recursive)
            return;
        // Not through links: what they lead to is in the folder as well, or not ours to change.
        var inside = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var file in Directory.EnumerateFiles(path, "*", inside))
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | read);
        foreach (var child in Directory.EnumerateDirectories(path, "*", inside))
            OpenToServer(child, recursive);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : null;

    // The demonstration's store lies below the user's, and shares its programs.
    private static string FolderIn(string dataFolder) =>
        Path.Combine(
            Path.GetDirectoryName(dataFolder) == DataFolder.Default ? DataFolder.Default : dataFolder,
            "binaries"
        );

    // Such as linux-amd64 or linux-arm64v8-alpine; null where there are no binaries for it.
    private static string? DetectSystem()
    {
        try
        {
            return PgPlatform.Detect().ArtifactName;
        }
        catch (UnsupportedPlatformException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+\.\d+)")]
    private static partial Regex VersionSaid();
}
