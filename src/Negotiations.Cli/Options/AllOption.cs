using System.CommandLine;
using Negotiations.Cli.Rendering;

namespace Negotiations.Cli.Options;

/// <summary><c>--all</c>: a long preview is shown whole.</summary>
internal sealed class AllOption : Option<bool>
{
    public AllOption()
        : base("--all") =>
        Description = "Shows every correction and every fact that changes, and not only the first ten lines";

    /// <summary>How much is shown.</summary>
    public PreviewLength Read(ParseResult parsed) => new(parsed.GetValue(this));
}
