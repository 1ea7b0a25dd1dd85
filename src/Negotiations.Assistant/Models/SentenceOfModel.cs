using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Names;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant;

/// <summary>A sentence that a model is asked about, with what rules read in it: names and dates.</summary>
/// <param name="Whole">The whole text, in UTF-16 units.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Mentions">The names in it.</param>
/// <param name="Dates">The dates in it.</param>
/// <param name="Entry">The entry of a live blog to which it belongs; 0 where it belongs to none.</param>
internal sealed record SentenceOfModel(
    string Whole,
    Sentence Sentence,
    IReadOnlyList<Mention> Mentions,
    IReadOnlyList<DateMention> Dates,
    int Entry
)
{
    /// <summary>The sentence as it stands in the text.</summary>
    public string Text => Whole[Sentence.Start..Sentence.End];

    /// <summary>The sentences of everything that is reporting, in order.</summary>
    public static IEnumerable<SentenceOfModel> Read(string whole, TextLayout layout, NegotiationDefined definition)
    {
        var names = new MentionFinder(definition);
        var discourse = new Discourse(definition);
        return from paragraph in layout.Paragraphs
            where paragraph.Kind is ParagraphKind.Body or ParagraphKind.Heading
            from sentence in SentenceSplitter.Split(Tokenizer.Read(whole, paragraph.Start, paragraph.End))
            select new SentenceOfModel(
                whole,
                sentence,
                names.Find(sentence, whole, discourse),
                DateFinder.Find(sentence, whole),
                paragraph.Entry
            );
    }

    /// <summary>Where words stand in the sentence, exactly; null where they do not.</summary>
    public (int Start, int End)? Find(string words)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : (Sentence.Start + at, Sentence.Start + at + words.Length);
    }

    /// <summary>The canonical name of whom words of the sentence mean; null where nobody knows.</summary>
    public string? FindName(string words) => FindMention(words)?.Entity?.Name;

    /// <summary>Who, or which source, words of the sentence mean; null where nobody knows.</summary>
    public Mention? FindMention(string words) =>
        Find(words) is not { } place
            ? null
            : Mentions
                .Where(mention => mention.IsActor)
                .Where(mention => Start(mention) < place.End && End(mention) > place.Start)
                .OrderByDescending(mention => Math.Min(End(mention), place.End) - Math.Max(Start(mention), place.Start))
                .FirstOrDefault();

    /// <summary>Where the name of a mention stands.</summary>
    public (int Start, int End) Locate(Mention mention) =>
        (Sentence.Tokens[mention.Core.First].Start, Sentence.Tokens[mention.Core.Last].End);

    /// <summary>The date that words of the sentence give; null where they give none.</summary>
    public (string Date, DateMention Mention)? FindDate(string words, LocalDate published, Direction direction) =>
        Find(words) is { } place
        && Dates.FirstOrDefault(date =>
            Sentence.Tokens[date.First].Start < place.End && Sentence.Tokens[date.Last].End > place.Start
        )
            is { } found
        && found.Resolve(published, found.Points ?? direction) is { } date
            ? (date, found)
            : null;

    private int Start(Mention mention) => Sentence.Tokens[mention.First].Start;

    private int End(Mention mention) => Sentence.Tokens[mention.Last].End;
}
