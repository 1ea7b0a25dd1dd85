using System.Diagnostics;

namespace Negotiations.Store.Tests;

/// <summary>A cluster that was made once, and is copied by the tests that are about something else.</summary>
public sealed class MadeCluster : IAsyncLifetime
{
    private readonly string folder = TemporaryName("made");

    /// <summary>A folder that does not exist yet, in a place that others can enter too.</summary>
    public static string TemporaryName(string purpose) =>
        Path.Combine(Path.GetTempPath(), $"negotiations-{purpose}-{Random.Shared.Next():x8}");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        await using (await EmbeddedCluster.StartAsync(folder)) { }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Copies it, owners and modes included.</summary>
    public async Task CopyToAsync(string path)
    {
        // Elsewhere each test makes its own: slower, and otherwise the same.
        if (OperatingSystem.IsWindows())
            return;
        using var copy = Process.Start("cp", ["-a", $"{folder}/.", path]);
        await copy.WaitForExitAsync();
        Assert.Equal(0, copy.ExitCode);
    }
}
