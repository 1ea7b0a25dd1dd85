using System.Diagnostics;

namespace Negotiations.Server.Tests;

/// <summary>The server as a process of its own, which dies at one place of its work.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly Task<string> errors;

    private ServerProcess(Process process)
    {
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it.</summary>
    /// <param name="connection">How to connect to the database.</param>
    /// <param name="place">Where it dies; any other word: nowhere.</param>
    /// <param name="files">The coded files that it takes in.</param>
    public static ServerProcess Start(string connection, string place, IEnumerable<string> files)
    {
        string[] arguments =
        [
            "exec",
            Path.Combine(AppContext.BaseDirectory, "ServerProbe.dll"),
            connection,
            place,
            .. files,
        ];
        return new(
            Process.Start(
                new ProcessStartInfo(Environment.ProcessPath!, arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!
        );
    }

    /// <summary>Waits until it has died of SIGKILL.</summary>
    public async Task DeadAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 128 + 9, $"exit code {process.ExitCode}: {await errors}");
    }

    /// <summary>Waits until it has taken in its files.</summary>
    public async Task DoneAsync() =>
        Assert.True(
            await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) == "taken in",
            process.HasExited ? await errors : ""
        );

    /// <summary>Lets it leave.</summary>
    public async Task LeaveAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal((0, ""), (process.ExitCode, await errors));
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
