namespace Negotiations.Store;

/// <summary>Chooses the cluster to start and the programs to start it with.</summary>
internal static class ClusterSelection
{
    /// <summary>The newest cluster there is with programs of its version; where there is none, a new one.</summary>
    /// <exception cref="ClusterException">There is a cluster, but no programs of its version.</exception>
    public static (ClusterFolder Folder, PostgresBinaries Binaries) Choose(
        string dataFolder,
        IReadOnlyList<ClusterFolder> existing,
        IReadOnlyList<PostgresBinaries> found
    )
    {
        if (existing is not [var folder, ..])
            return (ClusterFolder.ForVersion(dataFolder, found[0].Major), found[0]);
        if (found.FirstOrDefault(binaries => binaries.Major == folder.Major) is { } fitting)
            return (folder, fitting);

        var other = found[0];
        var problem =
            $"the store in {folder.Path} was made by PostgreSQL {folder.Major}, which is no longer found on this "
            + $"machine; version {other.Major} is, in {other.Folder}, but cannot open it.";
        var setting = $"set {PostgresBinaries.Variable} to its folder if it is not found";
        var upgraded = ClusterFolder.ForVersion(dataFolder, other.Major);
        throw new ClusterException(
            $"""
            {problem}
            Do one of these:
              install PostgreSQL {folder.Major} beside it ({setting})
              bring the store to version {other.Major} with pg_upgrade, into {upgraded.Data}
              start an empty store: move {folder.Path} away, and replay what it held
            """
        );
    }
}
