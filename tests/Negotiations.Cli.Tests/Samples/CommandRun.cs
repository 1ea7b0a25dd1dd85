namespace Negotiations.Cli.Tests;

/// <summary>What a command did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote to the standard output.</param>
/// <param name="Error">What it wrote to the standard error.</param>
public sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>Runs a command in this process.</summary>
    public static async Task<CommandRun> ExecuteAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.RunAsync(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
