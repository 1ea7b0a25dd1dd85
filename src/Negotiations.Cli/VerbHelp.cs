using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Negotiations.Cli;

/// <summary>The help of the verbs: what the library writes, then the examples.</summary>
/// <param name="standard">The library's help.</param>
internal sealed class VerbHelp(HelpAction standard) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        standard.MaxWidth = 120;
        var code = standard.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb { Examples.Count: > 0 } verb)
            return code;

        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (command, meaning) in verb.Examples)
        {
            output.WriteLine($"  {command}");
            output.WriteLine($"      {meaning}");
        }

        return code;
    }
}
