using System.Diagnostics;

namespace Negotiations.Store.Tests;

/// <summary>A process of its own that uses the embedded cluster until it is told to leave, or killed.</summary>
internal sealed class Probe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly Task<string> errors;

    private Probe(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts one; a prefix such as <c>setpriv</c> runs it as somebody else.</summary>
    public static Probe Start(
        string folder,
        IReadOnlyDictionary<string, string>? environment = null,
        params string[] prefix
    )
    {
        string[] command =
        [
            .. prefix,
            Environment.ProcessPath!,
            "exec",
            Path.Combine(AppContext.BaseDirectory, "EmbeddedClusterProbe.dll"),
            folder,
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new Probe(Process.Start(start)!);
    }

    /// <summary>How it is connected; waits until it is.</summary>
    public async Task<string> ConnectedAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
        ?? throw new InvalidOperationException($"the probe ended: {await errors}");

    /// <summary>Lets it leave, and gives its exit code and what it said.</summary>
    public async Task<(int ExitCode, string Errors)> LeaveAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, await errors.WaitAsync(Patience));
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
