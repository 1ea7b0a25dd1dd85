using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Names;
using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Reading;

/// <summary>A sentence with what it names, when, and who says what in it.</summary>
internal sealed class SentenceReading
{
    private SentenceReading(Sentence sentence, List<Element> elements, IReadOnlyList<DateMention> dates) =>
        (Sentence, Elements, Dates) = (sentence, elements, dates);

    public Sentence Sentence { get; }

    public List<Element> Elements { get; }

    public IReadOnlyList<DateMention> Dates { get; }

    /// <summary>Who says which part of it.</summary>
    public IReadOnlyList<SpokenPart> Attributions { get; set; } = [];

    public IEnumerable<Mention> Mentions =>
        Elements.Where(element => element.Mention is not null).Select(element => element.Mention!);

    public static SentenceReading Read(Sentence sentence, string text, MentionFinder names, Discourse discourse)
    {
        var mentions = names.Find(sentence, text, discourse);
        var dates = DateFinder.Find(sentence, text);
        var elements = new List<Element>(sentence.Tokens.Count);
        var quoted = sentence.BeginsQuoted;
        var (m, d) = (0, 0);
        for (var i = 0; i < sentence.Tokens.Count; )
        {
            while (m < mentions.Count && mentions[m].First < i)
                m++;
            while (d < dates.Count && dates[d].First < i)
                d++;
            var element =
                m < mentions.Count && mentions[m].First == i
                    ? new Element(
                        i,
                        mentions[m].Last,
                        sentence.Tokens[mentions[m].Head ?? mentions[m].Last].Word,
                        ElementKind.Mention
                    )
                    {
                        Mention = mentions[m],
                    }
                : d < dates.Count && dates[d].First == i
                    ? new(i, dates[d].Last, sentence.Tokens[dates[d].Last].Word, ElementKind.Date) { Date = dates[d] }
                : new(i, i, sentence.Tokens[i].Word, ClassifyMark(sentence.Tokens[i]));
            if (element.Kind == ElementKind.Quote)
                quoted = sentence.Tokens[i].Kind == TokenKind.Opening;
            elements.Add(element with { IsQuoted = quoted });
            i = element.Last + 1;
        }

        return new(sentence, elements, dates);
    }

    /// <summary>Gives "I" and "we" in a quotation their speaker.</summary>
    public void ResolveSpeaker()
    {
        for (var i = 0; i < Elements.Count; i++)
        {
            if (Elements[i].Mention is not { Kind: MentionKind.Reference, Entities.Count: 0 } mention)
                continue;
            if (Elements[i].Word is "i" or "we" && FindAttribution(i)?.Speaker is { Entity: { } speaker })
                Elements[i] = Elements[i] with { Mention = mention with { Entities = [speaker] } };
        }
    }

    /// <summary>Who says what stands at a place: of several, the one that stands nearest.</summary>
    public SpokenPart? FindAttribution(int place) =>
        Attributions.Where(one => one.Covers(place)).MinBy(one => Math.Abs(one.Verb - place));

    /// <summary>The text from one element to another, as positions in the text.</summary>
    public (int Start, int End) FindPositions(int first, int last) =>
        (Sentence.Tokens[Elements[first].First].Start, Sentence.Tokens[Elements[last].Last].End);

    private static ElementKind ClassifyMark(Token token) =>
        token.Kind switch
        {
            TokenKind.Word => ElementKind.Word,
            TokenKind.Number => ElementKind.Number,
            TokenKind.Opening or TokenKind.Closing => ElementKind.Quote,
            TokenKind.Comma => ElementKind.Comma,
            TokenKind.Stop => ElementKind.Stop,
            _ => ElementKind.Mark,
        };
}
