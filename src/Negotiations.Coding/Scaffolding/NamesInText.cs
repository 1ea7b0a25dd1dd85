using System.Text;

namespace Negotiations.Coding;

/// <summary>The names in the text of an article: those that the negotiation knows, and others that look like names.
/// </summary>
internal static class NamesInText
{
    private const int MostOthers = 15;
    private const int LongestName = 4;

    /// <summary>The forms of names of the negotiation that stand in the text, by entity, in the order of its file.
    /// </summary>
    public static IReadOnlyList<(NamedEntity Entity, IReadOnlyList<string> Forms)> FindKnown(
        NormalisedText text,
        NegotiationDefined definition
    )
    {
        var words = new FoldedText(text);
        return
        [
            .. definition
                .Entities.Select(entity =>
                    (
                        Entity: entity,
                        Forms: (IReadOnlyList<string>)
                            [
                                .. entity
                                    .Spellings.Prepend(entity.Name)
                                    .Where(form => words.FindAll(FoldedText.Fold(form)).Any(place => !place.IsInWord)),
                            ]
                    )
                )
                .Where(found => found.Forms.Count > 0),
        ];
    }

    /// <summary>
    /// Words with capital letters within a sentence that stand at least twice and are no name of the negotiation, the
    /// commonest first; none in scripts without capital letters.
    /// </summary>
    public static IReadOnlyList<(string Name, int Count)> FindOthers(NormalisedText text, NegotiationDefined definition)
    {
        var known = definition
            .Entities.SelectMany(entity => entity.Spellings.Prepend(entity.Name))
            .Concat(definition.Places.SelectMany(place => place.Spellings.Prepend(place.Name)))
            .ToHashSet(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var words = TextWords.Split(text);
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsCapital(words[i]))
                continue;
            var end = i + 1;
            while (
                end < words.Count
                && end - i < LongestName
                && IsCapital(words[end])
                && IsBeside(words[end - 1], words[end])
            )
                end++;
            var startsSentence = i == 0 || words[i - 1].Sentence != words[i].Sentence || !words[i - 1].IsWord;
            if (!startsSentence || end - i > 1)
            {
                var name = FoldedText.Fold(text.Slice(words[i].Start, words[end - 1].End));
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }

            i = end - 1;
        }

        return
        [
            .. counts
                .Where(name => name.Value > 1 && !known.Any(form => form == name.Key || Holds(form, name.Key)))
                .OrderByDescending(name => name.Value)
                .ThenBy(name => name.Key, StringComparer.Ordinal)
                .Take(MostOthers)
                .Select(name => (name.Key, name.Value)),
        ];
    }

    private static bool IsCapital(TextWord word) =>
        word.IsWord && word.Text.Length > 1 && Rune.GetRuneAt(word.Text, 0) is var first && Rune.IsUpper(first);

    private static bool IsBeside(TextWord word, TextWord next) =>
        next.Start == word.End + 1 && next.Paragraph == word.Paragraph;

    private static bool Holds(string form, string name) => $" {form} ".Contains($" {name} ", StringComparison.Ordinal);
}
