using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>Which reports: <c>--type</c>, <c>--actor</c>, <c>--round</c>, <c>--act</c>, <c>--text</c>.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> type = new("--type")
    {
        HelpName = "TYPE",
        Description = "Only reports of a type, such as TalksOffered",
    };

    private readonly Option<string?> actor = new("--actor")
    {
        HelpName = "NAME",
        Description =
            "Only what somebody did or said: a name, one of its spellings, or a part of the form in the article",
    };

    private readonly Option<string?> round = new("--round")
    {
        HelpName = "ROUND",
        Description = "Only reports of a round, such as 2025-05",
    };

    private readonly Option<string?> act = new("--act")
    {
        HelpName = "ACT",
        Description = "Only reports of one act, by its key",
    };

    private readonly Option<string?> text = new("--text")
    {
        HelpName = "WORDS",
        Description = "Only reports with these words in the summary or a detail, whatever the case",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new[] { type, actor, round, act, text })
            command.Options.Add(option);
    }

    /// <summary>What a command line asks for.</summary>
    /// <exception cref="WrongInputException">There is no such type or round.</exception>
    public ReportFilter Read(ParseResult parsed, NegotiationDefined definition)
    {
        var filter = new ReportFilter(
            parsed.GetValue(type),
            parsed.GetValue(actor),
            parsed.GetValue(round),
            parsed.GetValue(act),
            parsed.GetValue(text)
        );
        return filter.FindProblem(definition) is { } problem
            ? throw new WrongInputException($"--{problem.Field}: {problem.Message}")
            : filter;
    }
}
