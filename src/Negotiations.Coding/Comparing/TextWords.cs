using System.Globalization;
using System.Text;

namespace Negotiations.Coding;

/// <summary>Takes a text apart into words and signs.</summary>
internal static class TextWords
{
    /// <summary>The words and signs of a text, with their positions in code points; white space is none.</summary>
    public static IReadOnlyList<TextWord> Split(NormalisedText text)
    {
        var words = new List<TextWord>();
        var word = new StringBuilder();
        var (position, paragraph, sentence, hasEnded) = (0, 0, 0, false);
        foreach (var rune in text.Value.EnumerateRunes())
        {
            if (IsOfWord(rune))
                word.Append(rune);
            else
            {
                EndWord();
                if (rune.Value == '\n')
                    (paragraph, sentence, hasEnded) = (paragraph + 1, sentence + 1, false);
                else if (!Rune.IsWhiteSpace(rune))
                {
                    words.Add(new(position, position + 1, rune.ToString(), IsWord: false, paragraph, sentence));
                    hasEnded |= rune.Value is '.' or '!' or '?' or '…';
                }
            }

            position++;
        }

        EndWord();
        return words;

        void EndWord()
        {
            if (word.Length == 0)
                return;
            if (hasEnded)
                (sentence, hasEnded) = (sentence + 1, false);
            var ended = word.ToString();
            words.Add(
                new(
                    position - ended.EnumerateRunes().Count(),
                    position,
                    ended,
                    ended.EnumerateRunes().Any(Rune.IsLetterOrDigit),
                    paragraph,
                    sentence
                )
            );
            word.Clear();
        }
    }

    private static bool IsOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
