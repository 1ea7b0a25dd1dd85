using System.Diagnostics;
using System.Text;

namespace Negotiations.Store;

/// <summary>Runs programs and keeps what they say.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a program to its end; a cancelled one is killed.</summary>
    /// <returns>Its exit code, and both outputs as they came.</returns>
    /// <exception cref="ClusterException">It cannot be started.</exception>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder,
        string file,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGDATA, PGPORT and their like belong to the user's other servers; messages are to be in one language.
        foreach (
            var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()
        )
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        try
        {
            process.Start();
        }
        catch (Exception exception)
            when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new ClusterException($"{file} cannot be started in {folder}: {exception.Message}");
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync(process, cancellationToken);
        lock (output)
            return (process.ExitCode, output.ToString().TrimEnd());
    }

    // The end of the process is waited for, and only a moment for the end of its output: a server that it has started
    // may have inherited that and keep it open. CliWrap, which one of our packages brings, would wait for the server.
    private static async Task WaitAsync(Process process, CancellationToken cancellationToken)
    {
        try
        {
            while (!process.WaitForExit(0))
                await Task.Delay(10, cancellationToken);
            await process.WaitForExitAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(2), cancellationToken);
        }
        catch (TimeoutException) { }
        catch (OperationCanceledException) when (!process.HasExited)
        {
            process.Kill();
            throw;
        }
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
    }
}
