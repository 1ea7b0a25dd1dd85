using System.Text.RegularExpressions;

namespace Negotiations.Cli.Tests;

/// <summary>What a command did.</summary>
/// <param name="Code">Its exit code.</param>
/// <param name="Output">What it wrote to the standard output.</param>
/// <param name="Said">What it wrote to the standard error.</param>
public sealed partial record CommandRun(int Code, string Output, string Said)
{
    /// <summary>What it wrote to the standard error, but for warnings about what stands in coded files.</summary>
    public string Error => string.Concat(Lines.Where(line => !IsWarning().IsMatch(line)));

    /// <summary>The warnings about what stands in coded files.</summary>
    public IReadOnlyList<string> Warnings =>
        [.. Lines.Where(line => IsWarning().IsMatch(line)).Select(line => line.TrimEnd())];

    private IEnumerable<string> Lines => LineEnd().Split(Said);

    /// <summary>Runs a command in this process.</summary>
    public static async Task<CommandRun> ExecuteAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.RunAsync(arguments, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command in this process that is typed something.</summary>
    public static Task<CommandRun> ExecuteTypedAsync(string typed, params string[] arguments) =>
        ExecuteTypedAsync(new StringReader(typed), arguments);

    /// <summary>Runs a command in this process that reads what is typed.</summary>
    public static async Task<CommandRun> ExecuteTypedAsync(TextReader typed, params string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var code = await CommandLine.RunAsync(arguments, output, error, input: typed);
        return new(code, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"(?<=\n)")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@":\d+: warning: |^negotiations: \d+ hints?: |^… and \d+ more warnings? ")]
    private static partial Regex IsWarning();
}
