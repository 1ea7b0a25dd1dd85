using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>
/// Which reports: <c>--type</c>, <c>--round</c>, <c>--act</c>, <c>--withdrawn</c>, and what facts are found by as well.
/// </summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> type = new("--type")
    {
        HelpName = "TYPE",
        Description = "Only reports of a type, such as TalksOffered",
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

    private readonly Option<bool> withdrawn = new("--withdrawn")
    {
        Description = "Also reports that corrections took back or later versions replaced, marked as such",
    };

    private readonly SubjectOptions subjects = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(type);
        subjects.AddTo(command);
        command.Options.Add(round);
        command.Options.Add(act);
        command.Options.Add(withdrawn);
    }

    /// <summary>What a command line asks for.</summary>
    public ReportFilter Read(ParseResult parsed)
    {
        var about = subjects.Read(parsed);
        return new(parsed.GetValue(type), about.Actor, parsed.GetValue(round), parsed.GetValue(act), about.Text)
        {
            Side = about.Side,
            Issue = about.Issue,
            Withdrawn = parsed.GetValue(withdrawn),
        };
    }
}
