namespace Negotiations.Store;

/// <summary>The folder of one cluster, and what lies where in it.</summary>
/// <remarks>
/// It carries the major version of PostgreSQL in its name, because a server only opens data of its own major version.
/// </remarks>
internal sealed record ClusterFolder(string Path, int Major)
{
    /// <summary>The data of the server; there only once it is complete.</summary>
    public string Data => In("data");

    /// <summary>What the server logs.</summary>
    public string Log => In("server.log");

    /// <summary>The password for connections over the network.</summary>
    public string Password => In("password");

    /// <summary>The folder of the socket, unless its path is too long for one.</summary>
    public string Socket => In("socket");

    /// <summary>The lock of those who start or stop the server: one at a time.</summary>
    public string StartupLock => In("startup");

    /// <summary>The lock of those who use the server: shared, and exclusive for whoever would stop it.</summary>
    public string UsersLock => In("users");

    /// <summary>Whether the data is complete.</summary>
    public bool IsCreated => File.Exists(System.IO.Path.Combine(Data, "PG_VERSION"));

    /// <summary>The folder of the cluster of a major version, within the folder of the program's data.</summary>
    public static ClusterFolder ForVersion(string dataFolder, int major) =>
        new(System.IO.Path.Combine(dataFolder, $"pg-{major}"), major);

    /// <summary>
    /// A name that no other cluster has, from the number that initdb gives to each; the data must be complete.
    /// </summary>
    public string Name
    {
        get
        {
            using var control = File.OpenRead(System.IO.Path.Combine(Data, "global", "pg_control"));
            var number = new byte[sizeof(ulong)];
            control.ReadExactly(number);
            return $"negotiations-{BitConverter.ToUInt64(number)}";
        }
    }

    /// <summary>The clusters in the folder of the program's data, newest version first.</summary>
    public static IReadOnlyList<ClusterFolder> Existing(string dataFolder) =>
        Directory.Exists(dataFolder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(dataFolder, "pg-*")
                    .Select(path =>
                        int.TryParse(System.IO.Path.GetFileName(path)[3..], out var major)
                            ? ForVersion(dataFolder, major)
                            : null
                    )
                    .OfType<ClusterFolder>()
                    .Where(folder => folder.IsCreated)
                    .OrderByDescending(folder => folder.Major),
            ]
            : [];

    /// <summary>A path in the folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);
}
