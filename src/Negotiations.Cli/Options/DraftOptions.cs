using System.CommandLine;
using Negotiations.Assistant;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>What every draft needs to be told: the negotiation, and what the article does not say of itself.</summary>
/// <param name="talksDescription">What the negotiation of the store is for.</param>
internal sealed class DraftOptions(string talksDescription)
{
    private readonly Argument<string?> file = new("NEGOTIATION-FILE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "File of the negotiation, where the store does not have it",
    };

    private readonly Option<string?> talks = new("--talks") { HelpName = "TALKS", Description = talksDescription };

    private readonly Option<string?> outlet = new("--outlet")
    {
        HelpName = "NAME",
        Description = "The outlet [default: what the page says]",
    };

    private readonly Option<string?> published = new("--published")
    {
        HelpName = "TIME",
        Description = "When it came out [default: what the page says]",
    };

    private readonly Option<string?> id = new("--id")
    {
        HelpName = "ID",
        Description = "Identifier of the article [default: the outlet and the day]",
    };

    private readonly ConnectionOption connection = new();

    /// <summary>Where the draft goes.</summary>
    public OutOption Output { get; } = new("Where the draft goes [default: the standard output]");

    /// <summary>Adds them to a command, its own argument first and its own options in between.</summary>
    public void AddTo(Command command, Argument<string> first, Option[] beforeOutlet, Option[] beforeOutput)
    {
        first.Validators.Add(MistypedOption.Refuse);
        file.Validators.Add(MistypedOption.Refuse);
        command.Arguments.Add(first);
        command.Arguments.Add(file);
        IEnumerable<Option> all = [talks, .. beforeOutlet, outlet, published, id, .. beforeOutput, Output, connection];
        foreach (var option in all)
            command.Options.Add(option);
        command.Validators.Add(given =>
        {
            if ((given.GetValue(file) is null) == (given.GetValue(talks) is null))
                given.AddError("name either the file of the negotiation, or --talks of the store");
        });
    }

    /// <summary>The negotiation.</summary>
    /// <param name="parsed">What was given.</param>
    /// <param name="texts">The texts of its other articles; null where they are not wanted.</param>
    /// <param name="error">Told what takes long.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<NegotiationInUse> ReadNegotiationAsync(
        ParseResult parsed,
        ArticleTextFolder? texts,
        TextWriter error,
        CancellationToken cancellationToken
    ) =>
        parsed.GetValue(file) is { } path
            ? NegotiationInUse.ReadAsync(path, cancellationToken)
            : NegotiationInUse.ReadAsync(
                parsed.GetValue(talks)!,
                connection.Read(parsed),
                texts,
                error,
                cancellationToken
            );

    /// <summary>The top of the draft.</summary>
    /// <exception cref="WrongInputException">The outlet or the time is missing, or cannot be read.</exception>
    public ArticleHead ReadHead(ParseResult parsed, NegotiationDefined definition, ArticleText text) =>
        ArticleHead.Read(definition, text, parsed.GetValue(outlet), parsed.GetValue(published), parsed.GetValue(id));

    /// <summary>Says so where the file of the negotiation does not know the outlet.</summary>
    public static void TellUnknownOutlet(NegotiationDefined definition, string outlet, TextWriter error)
    {
        if (new NameIndex(definition).Find(outlet) is null)
            error.WriteLine(
                $"negotiations: the file of the negotiation '{definition.Negotiation}' has no outlet "
                    + $"'{outlet}'; add it there under 'outlets:', or name it otherwise with --outlet"
            );
    }
}
