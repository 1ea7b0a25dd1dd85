using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>The bounds of a question: <c>--known-by</c>, <c>--happened-by</c>, <c>--recorded-by</c>.</summary>
internal sealed class ClockOptions
{
    private readonly Option<string?> knownBy = new("--known-by", "-k")
    {
        HelpName = "TIME",
        Description =
            "Only what a reader could know by then: 2025-05-14, \"May 14\", 2025-05-14T18:00 "
            + "(a day means its end, in the zone of the talks)",
    };

    private readonly Option<string?> happenedBy = new("--happened-by")
    {
        HelpName = "TIME",
        Description = "Only acts that had happened by that day, as far as is known",
    };

    private readonly Option<string?> recordedBy = new("--recorded-by")
    {
        HelpName = "TIME|POSITION",
        Description = "Only what this store had taken in by then; a whole number is a position of its record",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(knownBy);
        command.Options.Add(happenedBy);
        command.Options.Add(recordedBy);
    }

    /// <summary>The question that a command line puts.</summary>
    public QuestionText Read(ParseResult parsed, string negotiation) =>
        new(negotiation, parsed.GetValue(knownBy), parsed.GetValue(happenedBy), parsed.GetValue(recordedBy));
}
