using System.Security.Cryptography;

namespace Negotiations.Store;

/// <summary>Makes the data of a cluster.</summary>
internal static class ClusterCreation
{
    /// <summary>
    /// The file of our settings, which the server's own file includes; a user's settings go into the latter.
    /// </summary>
    public const string Settings = "negotiations.conf";

    /// <summary>The user of the database; it owns everything in the cluster.</summary>
    public const string Owner = "negotiations";

    /// <summary>How folders begin whose data is not whole.</summary>
    public const string Unfinished = "initdb-";

    /// <summary>Makes the folder of the cluster, open to nobody but the server's user.</summary>
    public static async Task PrepareFolderAsync(
        ClusterFolder folder,
        ServerAccount user,
        CancellationToken cancellationToken
    )
    {
        if (!Directory.Exists(folder.Path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.Path)!);
            CreatePrivate(folder.Path);
        }

        await user.OwnAsync(folder.Path, cancellationToken);
        await user.RequireAccessAsync(folder.Path, cancellationToken);
    }

    /// <summary>
    /// Makes the data, under another name until it is complete: a killed initdb leaves nothing half made.
    /// </summary>
    /// <exception cref="ClusterException">initdb failed.</exception>
    public static async Task CreateAsync(
        ClusterFolder folder,
        PostgresBinaries binaries,
        ServerAccount user,
        CancellationToken cancellationToken
    )
    {
        RemoveUnfinished(folder);
        await WritePasswordAsync(folder, user, cancellationToken);
        var unfinished = folder.In($"{Unfinished}{Guid.NewGuid():N}");
        var (exitCode, output) = await user.RunAsync(
            folder.Path,
            binaries.ResolvePath("initdb"),
            [
                "-D",
                unfinished,
                "-U",
                Owner,
                "-E",
                "UTF8",
                "--no-locale",
                "-A",
                "scram-sha-256",
                $"--pwfile={folder.Password}",
                "--no-instructions",
            ],
            cancellationToken
        );
        if (exitCode != 0)
        {
            throw new ClusterException(
                $"a database cluster cannot be made in {folder.Path}: initdb of {binaries.Folder} failed with\n{output}"
            );
        }

        await File.AppendAllTextAsync(
            Path.Combine(unfinished, "postgresql.conf"),
            $"\ninclude_if_exists = '{Settings}'\n",
            cancellationToken
        );
        Directory.Move(unfinished, folder.Data);
    }

    /// <summary>Makes a folder that is open to nobody else.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static async Task WritePasswordAsync(
        ClusterFolder folder,
        ServerAccount user,
        CancellationToken cancellationToken
    )
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var writer = new StreamWriter(folder.Password, options))
            await writer.WriteAsync(RandomNumberGenerator.GetHexString(32));
        await user.OwnAsync(folder.Password, cancellationToken);
    }

    private static void RemoveUnfinished(ClusterFolder folder)
    {
        foreach (var path in Directory.EnumerateDirectories(folder.Path, $"{Unfinished}*"))
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                // An initdb whose parent was killed may still be writing there; the next one to create removes it.
            }
        }
    }
}
