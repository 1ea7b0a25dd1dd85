using System.Diagnostics;
using Negotiations.Store;

namespace Negotiations.Testing;

/// <summary>The one PostgreSQL server of a test run, in a temporary folder; started when first asked for.</summary>
public static class TestServer
{
    /// <summary>The variable of the environment that names a server to use instead, by a connection string.</summary>
    public const string Variable = "NEGOTIATIONS_TEST_CONNECTION";

    private const string Prefix = "negotiations-tests-";

    private static readonly SemaphoreSlim Gate = new(1);
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}");
    private static EmbeddedCluster? cluster;

    /// <summary>How to connect to it.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return given;
        await Gate.WaitAsync();
        try
        {
            if (cluster is null)
            {
                await RemoveLeftoversAsync();
                // A crash of the machine may cost the data of tests.
                cluster = await EmbeddedCluster.StartAsync(
                    Folder,
                    new Dictionary<string, string> { ["fsync"] = "off", ["max_connections"] = "300" }
                );
            }

            return cluster.ConnectionString;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Stops the server, where it was started, and removes its folder.</summary>
    public static async Task StopAsync()
    {
        if (Interlocked.Exchange(ref cluster, null) is not { } mine)
            return;
        await mine.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    // A test run that was killed leaves its server running.
    private static async Task RemoveLeftoversAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{Prefix}*"))
        {
            if (!int.TryParse(Path.GetFileName(folder)[Prefix.Length..], out var process) || IsRunning(process))
                continue;
            try
            {
                await (await EmbeddedCluster.StartAsync(folder)).DisposeAsync();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception)
                when (exception is ClusterException or IOException or UnauthorizedAccessException)
            {
                // Another user's, or damaged: it harms nobody.
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            Process.GetProcessById(process).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
