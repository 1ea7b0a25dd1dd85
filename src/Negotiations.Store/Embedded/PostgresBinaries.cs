using System.Globalization;
using System.Text.RegularExpressions;

namespace Negotiations.Store;

/// <summary>The programs of one PostgreSQL installation.</summary>
/// <param name="Folder">The folder that holds <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</param>
/// <param name="Major">The major version, such as 15.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The variable of the environment that names the folder.</summary>
    public const string Variable = "NEGOTIATIONS_POSTGRES_BIN";

    /// <summary>The oldest major version that can hold a store.</summary>
    public const int OldestMajor = 14;

    // What the variable may say instead of a folder: this machine's own installations are not to be used.
    private const string NotHere = "none";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The path of one of the programs.</summary>
    public string ResolvePath(string program) => Path.Combine(Folder, FormatFileName(program));

    /// <summary>
    /// What is found, of any version, in the order of preference: on this machine, then what was fetched before.
    /// </summary>
    /// <exception cref="PostgresNotFoundException">The folder that the user names is no installation.</exception>
    public static Task<IReadOnlyList<PostgresBinaries>> FindAsync(
        string dataFolder,
        CancellationToken cancellationToken
    )
    {
        IEnumerable<string> folders = Environment.GetEnvironmentVariable(Variable) switch
        {
            null or "" => [.. FoldersOnPath(), .. UsualFolders(), .. PostgresDownload.Folders(dataFolder)],
            NotHere => PostgresDownload.Folders(dataFolder),
            var given when IsInstallation(given) => [Path.GetFullPath(given), .. PostgresDownload.Folders(dataFolder)],
            var given => throw new PostgresNotFoundException(
                $"{Variable} names {given}, which does not hold {string.Join(", ", Programs)}"
            ),
        };
        return ReadAsync(folders, cancellationToken);
    }

    /// <summary>The installations among some folders.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> ReadAsync(
        IEnumerable<string> folders,
        CancellationToken cancellationToken
    )
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders.Where(IsInstallation).Distinct())
        {
            var (_, version) = await ChildProcess.RunAsync(
                folder,
                Path.Combine(folder, FormatFileName("postgres")),
                ["--version"],
                cancellationToken
            );
            if (MajorVersion().Match(version) is { Success: true } match)
                found.Add(new PostgresBinaries(folder, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
        }

        return found;
    }

    private static IEnumerable<string> FoldersOnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(BehindLinks);

    // A link to initdb in a folder on the PATH leads to the folder where the programs lie side by side.
    private static string BehindLinks(string folder)
    {
        try
        {
            var target = File.ResolveLinkTarget(
                Path.Combine(folder, FormatFileName("initdb")),
                returnFinalTarget: true
            );
            return target is null ? folder : Path.GetDirectoryName(target.FullName)!;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return folder;
        }
    }

    private static IEnumerable<string> UsualFolders()
    {
        if (OperatingSystem.IsWindows())
        {
            return Versions(
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"),
                "*",
                "bin"
            );
        }

        return
        [
            .. Versions("/usr/lib/postgresql", "*", "bin"),
            .. Versions("/usr", "pgsql-*", "bin"),
            .. Versions("/usr/libexec", "postgresql*", ""),
            .. Versions("/opt/homebrew/opt", "postgresql*", "bin"),
            .. Versions("/usr/local/opt", "postgresql*", "bin"),
            .. Versions("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
            "/usr/local/pgsql/bin",
            "/usr/bin",
        ];
    }

    // Newest first: by the number in the name of the folder.
    private static IEnumerable<string> Versions(string parent, string pattern, string child) =>
        Directory.Exists(parent)
            ? Directory
                .EnumerateDirectories(parent, pattern)
                .OrderByDescending(folder =>
                    int.TryParse(Digits().Match(Path.GetFileName(folder)).Value, out var n) ? n : 0
                )
                .Select(folder => Path.Combine(folder, child))
            : [];

    private static bool IsInstallation(string folder) =>
        Programs.All(program => File.Exists(Path.Combine(folder, FormatFileName(program))));

    private static string FormatFileName(string program) => OperatingSystem.IsWindows() ? $"{program}.exe" : program;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
