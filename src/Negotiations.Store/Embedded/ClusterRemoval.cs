namespace Negotiations.Store;

/// <summary>Removes the private server of a folder with its data, so that the next command makes a new one.</summary>
public static class ClusterRemoval
{
    /// <summary>Removes it; nothing where there is none.</summary>
    /// <param name="dataFolder">The folder of its data; null for <see cref="DataFolder.Default"/>.</param>
    /// <param name="cancellationToken">Cancels the removal before it begins.</param>
    /// <exception cref="ConflictException">Another command uses it.</exception>
    public static async Task RemoveAsync(string? dataFolder, CancellationToken cancellationToken = default)
    {
        dataFolder = Path.GetFullPath(dataFolder ?? DataFolder.Default);
        foreach (var folder in ClusterFolder.Existing(dataFolder))
            await RemoveAsync(dataFolder, folder, cancellationToken);
    }

    private static async Task RemoveAsync(string dataFolder, ClusterFolder folder, CancellationToken cancellationToken)
    {
        await using var startup = FileLock.TryExclusive(folder.StartupLock) ?? throw InUse(folder);
        await using var users = FileLock.TryExclusive(folder.UsersLock) ?? throw InUse(folder);
        if (PostmasterPidFile.IsOfLivingServer(folder))
            await StopAsync(dataFolder, folder, cancellationToken);
        // The name of data that is not whole: whatever a kill leaves of it is removed when a cluster is made there.
        var removed = folder.In($"{ClusterCreation.Unfinished}{Guid.NewGuid():N}");
        Directory.Move(folder.Data, removed);
        Directory.Delete(removed, recursive: true);
    }

    // Nobody uses it, so it was left running by a process that was killed.
    private static async Task StopAsync(string dataFolder, ClusterFolder folder, CancellationToken cancellationToken)
    {
        var found = await PostgresBinaries.FindAsync(dataFolder, cancellationToken);
        var binaries = found.FirstOrDefault(binaries => binaries.Major == folder.Major)
            ?? throw new ClusterException(
                $"the server in {folder.Path} runs, and PostgreSQL {folder.Major} is gone: stop it"
            );
        var account = await ServerAccount.FindAsync(cancellationToken);
        if (await new ClusterServer(folder, binaries, account).StopAsync(cancellationToken) is { } problem)
            throw new ClusterException(problem);
    }

    private static ConflictException InUse(ClusterFolder folder) =>
        new($"the store in {folder.Path} is in use by another command: end that, and run the same command again");
}
