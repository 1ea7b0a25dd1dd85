using System.Diagnostics;

namespace Negotiations.Cli.Tests;

/// <summary>The command as a process of its own.</summary>
public sealed class CommandProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private CommandProcess(Process process)
    {
        this.process = process;
        (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>Starts it on a store that its environment names.</summary>
    public static CommandProcess Start(SampleStore store, params string[] arguments) =>
        Start(arguments, start => start.Environment["NEGOTIATIONS_CONNECTION"] = store.Connection);

    /// <summary>Starts it with arguments alone.</summary>
    public static CommandProcess Start(params string[] arguments) =>
        Start(arguments, start => start.Environment.Remove("NEGOTIATIONS_CONNECTION"));

    /// <summary>Starts it with some of its environment set.</summary>
    public static CommandProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start(arguments, start =>
        {
            foreach (var (name, value) in environment)
                start.Environment[name] = value;
        });

    /// <summary>Waits for its end.</summary>
    public async Task<CommandRun> EndAsync()
    {
        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Kills it, by SIGKILL where there are signals.</summary>
    public void Kill() => process.Kill();

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private static CommandProcess Start(string[] arguments, Action<ProcessStartInfo> prepare)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "negotiations.dll"), .. arguments])
            start.ArgumentList.Add(argument);
        prepare(start);
        return new(Process.Start(start)!);
    }
}
