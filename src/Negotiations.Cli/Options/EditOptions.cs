using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>
/// Whether edits of codings that are in the store are taken in: <c>--as-corrections</c>, <c>--reason</c>, <c>--who</c>.
/// </summary>
internal sealed class EditOptions
{
    private readonly Option<bool> asCorrections = new("--as-corrections")
    {
        Description = "Takes the edits of a coding that is in the store in as the coder's corrections that they are",
    };

    private readonly Option<string?> reason = new("--reason")
    {
        HelpName = "TEXT",
        Description = "With --as-corrections: why the coding was edited",
    };

    private readonly Option<string?> who = new("--who")
    {
        HelpName = "NAME",
        Description = "With --as-corrections: who edited it",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(asCorrections);
        command.Options.Add(reason);
        command.Options.Add(who);
    }

    /// <summary>How edits are to be taken in; null: not at all.</summary>
    /// <exception cref="WrongInputException">The reason is missing, or there is one for nothing.</exception>
    public EditsAsCorrections? Read(ParseResult parsed)
    {
        var (why, name) = (parsed.GetValue(reason), parsed.GetValue(who));
        if (!parsed.GetValue(asCorrections))
            return why is null && name is null
                ? null
                : throw new WrongInputException("--reason and --who go with --as-corrections");
        return string.IsNullOrWhiteSpace(why)
            ? throw new WrongInputException("--as-corrections needs a --reason")
            : new(why, name);
    }
}
