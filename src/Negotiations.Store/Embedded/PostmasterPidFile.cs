using System.Diagnostics;

namespace Negotiations.Store;

/// <summary>What a server says about itself in the file <c>postmaster.pid</c> of its data.</summary>
/// <param name="Port">Its port.</param>
/// <param name="SocketFolder">The folder of its socket; empty where it has none.</param>
internal sealed record PostmasterPidFile(int Port, string SocketFolder)
{
    // No system gives a process this number.
    private const int NoProcess = int.MaxValue;

    /// <summary>What a file says; null where there is none, or where it is not complete yet.</summary>
    public static PostmasterPidFile? Read(ClusterFolder folder)
    {
        // Process, data folder, time of start, port, folder of the socket, address, shared memory, status.
        return LinesIn(folder) is [_, _, _, var port, var socket, ..] && int.TryParse(port, out var number)
            ? new PostmasterPidFile(number, socket)
            : null;
    }

    /// <summary>Whether the server that wrote the file is alive.</summary>
    public static bool IsOfLivingServer(ClusterFolder folder)
    {
        if (LinesIn(folder) is not [var process, ..] || !int.TryParse(process, out var id))
            return false;
        return OperatingSystem.IsLinux() ? IsLivingOnLinux(id, $"cluster_name={folder.Name}") : IsLivingElsewhere(id);
    }

    /// <summary>Makes the file name no process, when it names one that is not the server that wrote it.</summary>
    /// <remarks>
    /// After a crash of the machine the number may be another process's by now, and after a kill it may be that of a
    /// dead process that nobody has waited for; the server would refuse to start. The rest of the file stays, since by
    /// it the server makes sure that no child of the dead one still uses the memory they shared.
    /// </remarks>
    public static void DisownProcess(ClusterFolder folder)
    {
        if (LinesIn(folder) is not [_, .. var rest])
            return;
        File.WriteAllText(PathIn(folder), string.Join('\n', [$"{NoProcess}", .. rest]) + "\n");
    }

    // The command line of our server names the cluster; that of a dead process that nobody has waited for is empty.
    // (The folder in which a process works would do as well, but root in a container may not see it.)
    private static bool IsLivingOnLinux(int id, string argument)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Contains(argument);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsLivingElsewhere(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string[] LinesIn(ClusterFolder folder)
    {
        try
        {
            return File.ReadAllLines(PathIn(folder));
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string PathIn(ClusterFolder folder) => Path.Combine(folder.Data, "postmaster.pid");
}
