namespace Negotiations.Store;

/// <summary>The user of the operating system as whom the server and its tools run.</summary>
/// <remarks>PostgreSQL refuses to run as root, so root's store runs as somebody without privileges.</remarks>
internal sealed class ServerAccount
{
    private static readonly string[] Candidates = ["postgres", "nobody"];

    // How to run a program as somebody else; which of these is there differs between systems.
    private static readonly string[] Switches = ["setpriv", "runuser", "su"];

    // Null: ourselves.
    private readonly string? name;
    private readonly string id = "";
    private readonly string group = "";
    private readonly string change = "";

    private ServerAccount(string? name, string id = "", string group = "", string change = "") =>
        (this.name, this.id, this.group, this.change) = (name, id, group, change);

    /// <summary>The user for the server: ourselves, unless we are root.</summary>
    /// <exception cref="ClusterException"> We are root, and there is nobody else, or no way to become somebody else.
    /// </exception>
    public static async Task<ServerAccount> FindAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ServerAccount(null);
        var change = Switches.Select(FindProgram).FirstOrDefault(path => path is not null)
            ?? throw new ClusterException(
                $"PostgreSQL does not run as root, and none of {string.Join(", ", Switches)} is there to run it as "
                    + "another user: run the program as an ordinary user, or give a server with --connection"
            );
        foreach (var name in Candidates)
        {
            var (missing, id) = await ChildProcess.RunAsync("/", "id", ["-u", name], cancellationToken);
            if (missing != 0)
                continue;
            var (_, group) = await ChildProcess.RunAsync("/", "id", ["-g", name], cancellationToken);
            return new ServerAccount(name, id, group, change);
        }

        throw new ClusterException(
            $"PostgreSQL does not run as root, and this machine has no user {string.Join(" or ", Candidates)}: run the "
                + "program as an ordinary user, or give a server with --connection"
        );
    }

    /// <summary>Whether this is not the user who runs the program.</summary>
    public bool IsSomebodyElse => name is not null;

    /// <summary>Runs a program as this user.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        string file,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken
    ) =>
        name is null
            ? ChildProcess.RunAsync(folder, file, arguments, cancellationToken)
            : ChildProcess.RunAsync(folder, change, [.. Change(name), file, .. arguments], cancellationToken);

    /// <summary>Gives a file or a folder to this user, but not what the folder holds.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (name is null)
            return;
        var (exitCode, output) = await ChildProcess.RunAsync("/", "chown", [$"{id}:{group}", path], cancellationToken);
        if (exitCode != 0)
            throw new ClusterException($"{path} cannot be given to the user '{name}': {output}");
    }

    /// <summary>Makes sure that this user can enter a folder.</summary>
    /// <exception cref="ClusterException">It cannot.</exception>
    public async Task RequireAccessAsync(string folder, CancellationToken cancellationToken)
    {
        if (name is null)
            return;
        var (exitCode, _) = await RunAsync("/", "/bin/sh", ["-c", "cd \"$0\"", folder], cancellationToken);
        if (exitCode == 0)
            return;
        throw new ClusterException(
            $"PostgreSQL does not run as root but as the user '{name}', who cannot enter {folder}: open the folders "
                + $"above it to others (chmod o+x), or name another place with {DataFolder.Variable}"
        );
    }

    private IReadOnlyList<string> Change(string user) =>
        Path.GetFileName(change) switch
        {
            "setpriv" => [$"--reuid={id}", $"--regid={group}", "--init-groups"],
            "runuser" => ["-u", user, "--"],
            // The shell is named because such users often have none; what it runs comes as its arguments, unquoted.
            _ => ["-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", user],
        };

    private static string? FindProgram(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
