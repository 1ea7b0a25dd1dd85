using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>
/// By what facts and reports are found: <c>--actor</c>, <c>--side</c>, <c>--issue</c>, <c>--text</c>.
/// </summary>
internal sealed class SubjectOptions
{
    private readonly Option<string?> actor = new("--actor")
    {
        HelpName = "NAME",
        Description =
            "Only what somebody takes part in: a name, one of its spellings, or a part of a form in the articles",
    };

    private readonly Option<string?> side = new("--side")
    {
        HelpName = "PARTY",
        Description = "Only what a side did or said",
    };

    private readonly Option<string?> issue = new("--issue")
    {
        HelpName = "ISSUE",
        Description = "Only what bears on an issue of the negotiation's file",
    };

    private readonly Option<string?> text = new("--text")
    {
        HelpName = "WORDS",
        Description =
            "Only what has these words, in any order, in summaries, details, names, spellings or offices; "
            + "of reports also in the title of the article and the key of the act",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { actor, side, issue, text })
            command.Options.Add(option);
    }

    /// <summary>What a command line asks for.</summary>
    public FactFilter Read(ParseResult parsed) =>
        new(
            Actor: parsed.GetValue(actor),
            Side: parsed.GetValue(side),
            Issue: parsed.GetValue(issue),
            Text: parsed.GetValue(text)
        );
}
