using Negotiations.Assistant;
using Negotiations.Cli.Options;
using Negotiations.Coding;

namespace Negotiations.Cli.Stores;

/// <summary>A negotiation that somebody codes articles of.</summary>
/// <param name="Definition">Its file.</param>
/// <param name="Acts">Its acts that the store has.</param>
/// <param name="Texts">The texts of its articles that are at hand.</param>
internal sealed record NegotiationInUse(
    NegotiationDefined Definition,
    IReadOnlyList<KnownAct> Acts,
    IReadOnlyList<KnownText> Texts
)
{
    /// <summary>That of a file, of which no store knows anything.</summary>
    /// <exception cref="CodingException">It cannot be read, or is no file of a negotiation.</exception>
    public static async Task<NegotiationInUse> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var batch = await CodedFiles.ReadAsync(
            CodedFiles.Find([path]),
            _ => Task.FromResult<NegotiationDefined?>(null),
            cancellationToken: cancellationToken
        );
        return batch.Definitions is [var file]
            ? new(file.Definition, [], [])
            : throw new WrongInputException($"'{path}' is not the file of one negotiation");
    }

    /// <summary>That of a store.</summary>
    /// <exception cref="NotFoundException">The store does not have it.</exception>
    public static async Task<NegotiationInUse> ReadAsync(
        string talks,
        StoreAddress address,
        ArticleTextFolder? texts,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        await using var opened = await StoreOpener.ForQuestionsAsync(address, error, cancellationToken);
        var definition = TalksFinder.Find(talks, await opened.Store.ReadDefinedAsync(cancellationToken));
        var log = await opened.Store.ReadLogAsync(definition.Negotiation, recordedBy: null, cancellationToken);
        var answer = Answer.To(new Question(definition.Negotiation), log);
        return new(
            definition,
            KnownActs.Read(answer),
            texts is null
                ? []
                :
                [
                    .. log.Timeline.Versions.Select(version => (version.Article, Text: texts.FindExact(version)))
                        .Where(held => held.Text is not null)
                        .Select(held => new KnownText(held.Article, held.Text!)),
                ]
        );
    }
}
