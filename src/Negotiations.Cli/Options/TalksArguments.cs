using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>Which negotiation, and where a verb takes one, which facts of it.</summary>
internal sealed class TalksArguments
{
    private readonly Argument<string?> talks = new("TALKS")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "Negotiation: its identifier, the beginning of it, or a part of its title; may be left "
            + "out where the store has only one",
    };

    private readonly Argument<string?>? facts;

    public TalksArguments(string? factsName = null, string? factsDescription = null)
    {
        if (factsName is not null)
            facts = new(factsName) { Arity = ArgumentArity.ZeroOrOne, Description = factsDescription };
    }

    /// <summary>Adds the arguments to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var argument in facts is null ? [talks] : new[] { talks, facts })
        {
            argument.Validators.Add(MistypedOption.Refuse);
            command.Arguments.Add(argument);
        }
    }

    /// <summary>The negotiation that is meant; all there are where none is named.</summary>
    public async Task<IReadOnlyList<NegotiationDefined>> FindAllAsync(
        ParseResult parsed,
        IEventStore store,
        CancellationToken cancellationToken
    )
    {
        var defined = await store.ReadDefinedAsync(cancellationToken);
        return parsed.GetValue(talks) is null && defined.Count > 0
            ? defined
            : [TalksFinder.Find(parsed.GetValue(talks), defined)];
    }

    /// <summary>
    /// The negotiation that is meant, and the beginning of the keys of the facts that are; empty for all.
    /// </summary>
    public async Task<(NegotiationDefined Talks, string Facts)> FindAsync(
        ParseResult parsed,
        IEventStore store,
        CancellationToken cancellationToken
    )
    {
        var defined = await store.ReadDefinedAsync(cancellationToken);
        var text = parsed.GetValue(talks);
        var prefix = facts is null ? null : parsed.GetValue(facts);
        // A lone argument with a slash is a fact of the only negotiation there is: no identifier contains one.
        return facts is not null && prefix is null && defined.Count == 1 && text?.Contains('/') == true
            ? (defined[0], text)
            : (TalksFinder.Find(text, defined), prefix ?? "");
    }
}
