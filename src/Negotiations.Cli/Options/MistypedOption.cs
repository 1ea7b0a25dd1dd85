using System.CommandLine.Parsing;

namespace Negotiations.Cli.Options;

/// <summary>A mistyped option, which would otherwise be taken for an argument.</summary>
internal static class MistypedOption
{
    /// <summary>Refuses arguments that begin like an option.</summary>
    public static void Refuse(ArgumentResult argument)
    {
        foreach (var token in argument.Tokens.Where(token => token.Value.StartsWith('-')))
            argument.AddError($"there is no option '{token.Value}'");
    }
}
