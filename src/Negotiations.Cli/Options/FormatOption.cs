using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>In which form: <c>--format</c>.</summary>
internal sealed class FormatOption : Option<string>
{
    /// <summary>Offers forms, the default first.</summary>
    public FormatOption(params OutputFormat[] formats)
        : base("--format", "-f")
    {
        var words = formats.Select(format => format.ToString().ToLowerInvariant()).ToArray();
        HelpName = string.Join('|', words);
        Description = "Form of the result";
        DefaultValueFactory = _ => words[0];
        AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, words);
    }

    /// <summary>The form that a command is to use.</summary>
    public OutputFormat Read(ParseResult parsed) =>
        Enum.Parse<OutputFormat>(parsed.GetRequiredValue(this), ignoreCase: true);
}
