namespace Negotiations.Store;

/// <summary>Chooses the cluster to start and the programs to start it with.</summary>
internal static class ClusterSelection
{
    /// <summary>The newest cluster there is with programs of its version; where there is none, a new one.</summary>
    /// <exception cref="PostgresNotFoundException">There are no programs that can hold a store.</exception>
    /// <exception cref="ClusterException">There is a cluster, but no programs of its version.</exception>
    public static async Task<(ClusterFolder Folder, PostgresBinaries Binaries)> ChooseAsync(
        string dataFolder,
        Func<int?, Task<PostgresBinaries?>> fetchAsync,
        CancellationToken cancellationToken
    )
    {
        var existing = ClusterFolder.Existing(dataFolder).FirstOrDefault();
        var found = await PostgresBinaries.FindAsync(dataFolder, cancellationToken);
        var usable = found.Where(binaries => binaries.Major >= PostgresBinaries.OldestMajor).ToList();
        var fitting = usable.FirstOrDefault(binaries => existing is null || binaries.Major == existing.Major)
            ?? await fetchAsync(existing?.Major);
        if (fitting is not null)
            return (existing ?? ClusterFolder.ForVersion(dataFolder, fitting.Major), fitting);
        throw usable.Count == 0
            ? new PostgresNotFoundException(
                found.Count == 0
                    ? "looked on the PATH and in the usual places"
                    : string.Join(", ", found.Select(old => $"{old.Folder} has version {old.Major}"))
            )
            : Unopenable(existing!, usable[0], dataFolder);
    }

    private static ClusterException Unopenable(ClusterFolder folder, PostgresBinaries other, string dataFolder) =>
        new(
            $"""
            the store in {folder.Path} was made by PostgreSQL {folder.Major}, which is no longer found on this machine;
            version {other.Major} is, in {other.Folder}, but cannot open it.
            Do one of these:
              let version {folder.Major} be fetched: {PostgresNotFoundException.Option}
              install it beside the other (set {PostgresBinaries.Variable} to its folder if it is not found)
              bring the store to version {other.Major} with pg_upgrade, into {ClusterFolder.ForVersion(
                dataFolder,
                other.Major
            ).Data}
              start an empty store: move {folder.Path} away, and replay what it held
            """
        );
}
