using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Names;
using Negotiations.Assistant.Reading;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant.Rules;

/// <summary>Reads who, on whose word and when, out of a sentence for which there may be no rule.</summary>
internal sealed class FactsReader(CodePoints positions, LocalDate? published)
{
    private readonly ChainBuilder chains = new(positions);

    /// <summary>What the sentence says in which some words stand.</summary>
    /// <param name="sentences">The sentences of the text.</param>
    /// <param name="start">Position of the first code point of the words.</param>
    /// <param name="end">Position after the last.</param>
    public SentenceFacts Read(IEnumerable<SentenceReading> sentences, int start, int end)
    {
        var sentence = sentences.FirstOrDefault(one =>
            positions.Convert(one.Sentence.Start, one.Sentence.End) is var (first, last) && first < end && start < last
        );
        if (sentence is null)
            return new();
        var said = sentence.Attributions.FirstOrDefault(one => one.Speaker is not null);
        var actor = FindActor(sentence, said);
        var date = FindDate(sentence);
        return new()
        {
            Actors = [.. actor?.Entities.Select(entity => entity.Name) ?? []],
            Written = actor?.Written,
            Chain = said is null ? [] : chains.Build(said, sentence),
            Happened = date?.Day,
            HappenedFrom = date?.Words,
        };
    }

    // Whom it is about, and who says it where it is about nobody else.
    private static Mention? FindActor(SentenceReading sentence, SpokenPart? said) =>
        sentence
            .Elements.Index()
            .Where(pair => said is null || said.Covers(pair.Index))
            .Select(pair => pair.Item.Mention)
            .FirstOrDefault(mention => IsActor(mention) && mention != said?.Speaker && mention != said?.Through)
        ?? (IsActor(said?.Speaker) ? said!.Speaker : null);

    private static bool IsActor(Mention? mention) =>
        mention is { IsActor: true, Entity.Kind: not (EntityKind.Outlet or EntityKind.Agency) };

    private (string Day, string Words)? FindDate(SentenceReading sentence)
    {
        if (published is not { } today)
            return null;
        foreach (var date in sentence.Dates.Where(date => !date.IsSince && date.Points != Direction.Future))
        {
            if (date.Resolve(today, date.Points ?? Direction.Past) is { } day)
                return (day, date.Written);
        }

        return null;
    }
}
