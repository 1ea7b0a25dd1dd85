using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>The two sides of a comparison: <c>--from</c>, <c>--to</c>, <c>--clock</c>.</summary>
internal sealed class DiffBoundsOptions
{
    private readonly Option<string> from = new("--from")
    {
        Required = true,
        HelpName = "TIME",
        Description = "The bound of the first answer; on the recorded clock also a position of the record",
    };

    private readonly Option<string> to = new("--to")
    {
        Required = true,
        HelpName = "TIME",
        Description = "The bound of the second answer",
    };

    private readonly Option<string> clock = new("--clock")
    {
        HelpName = "known|happened|recorded",
        Description = "The clock of the two bounds",
        DefaultValueFactory = _ => "known",
    };

    public DiffBoundsOptions() => clock.AcceptOnlyFromAmong([.. QuestionText.Clocks]);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(from);
        command.Options.Add(to);
        command.Options.Add(clock);
    }

    /// <summary>The clock on which the sides differ.</summary>
    public string ReadClock(ParseResult parsed) => parsed.GetRequiredValue(clock);

    /// <summary>The two questions.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="others">The bounds on the other clocks.</param>
    /// <exception cref="WrongInputException">The clock of the two sides has a bound of its own besides.</exception>
    public (QuestionText From, QuestionText To) Read(ParseResult parsed, QuestionText others)
    {
        var (first, second) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
        var taken = others.BoundOn(ReadClock(parsed));
        return taken is null
            ? (others.WithBoundOn(ReadClock(parsed), first), others.WithBoundOn(ReadClock(parsed), second))
            : throw new WrongInputException($"--{ReadClock(parsed)}-by: the bounds on this clock are --from and --to");
    }
}
