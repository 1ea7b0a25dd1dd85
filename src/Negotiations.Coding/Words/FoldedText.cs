using System.Globalization;
using System.Text;

namespace Negotiations.Coding;

/// <summary>A text in which every run of white space is one space, with the way back to its positions.</summary>
internal sealed class FoldedText
{
    // By character of the folded text, the code point of the text from which it comes.
    private readonly int[] positions;

    public FoldedText(NormalisedText text)
    {
        var folded = new StringBuilder(text.Value.Length);
        var from = new List<int>(text.Value.Length);
        var position = 0;
        foreach (var rune in text.Value.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                folded.Append(rune);
                for (var i = 0; i < rune.Utf16SequenceLength; i++)
                    from.Add(position);
            }
            else if (folded.Length == 0 || folded[^1] != ' ')
            {
                folded.Append(' ');
                from.Add(position);
            }

            position++;
        }

        Value = folded.ToString();
        positions = [.. from];
    }

    /// <summary>The folded text.</summary>
    public string Value { get; }

    /// <summary>Words as a person wrote them, in the same form; white space at their ends is gone.</summary>
    public static string Fold(string words) =>
        string.Join(
            ' ',
            words
                .Normalize(NormalizationForm.FormC)
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        );

    /// <summary>The places of folded words within a stretch of the text, in code points of the text.</summary>
    /// <param name="words">The words, folded.</param>
    /// <param name="from">Where the stretch begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns>Each place, and whether it begins or ends within a longer word.</returns>
    public IEnumerable<(int Start, int End, bool IsInWord)> FindAll(string words, int from = 0, int to = int.MaxValue)
    {
        if (words.Length == 0)
            yield break;
        var at = from == 0 ? 0 : FindIndex(from);
        // Nothing beyond the stretch is looked at, so that a short one costs little in a long text.
        var until = to == int.MaxValue ? Value.Length : FindIndex(to);
        while (at < until && (at = Value.IndexOf(words, at, until - at, StringComparison.Ordinal)) >= 0)
        {
            var after = at + words.Length;
            var end = positions[after - 1] + 1;
            if (end > to)
                yield break;
            if (positions[at] >= from && !SplitsCharacter(at) && !SplitsCharacter(after))
                yield return (positions[at], end, SplitsWord(at) || SplitsWord(after));
            at++;
        }
    }

    private int FindIndex(int position)
    {
        var index = Array.BinarySearch(positions, position);
        return index < 0 ? ~index : index;
    }

    // What a reader sees as one character is not cut: a letter and its marks, an emoji of several parts.
    private bool SplitsCharacter(int at)
    {
        if (at == 0 || at == Value.Length)
            return false;
        if (char.IsLowSurrogate(Value[at]))
            return true;
        var next = Rune.GetRuneAt(Value, at);
        return IsJoined(next) || Value[at - 1] == '\u200D';
    }

    private static bool IsJoined(Rune rune) =>
        rune.Value is 0x200D or (>= 0x1F3FB and <= 0x1F3FF)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private bool SplitsWord(int at) =>
        at > 0 && at < Value.Length && IsOfSpacedWord(Value[at - 1]) && IsOfSpacedWord(Value[at]);

    // Letters of the scripts that put spaces between all words and nothing else at their ends: Latin, Greek, Cyrillic,
    // Armenian. In others, such as Chinese or Korean, a word may stand right beside the next.
    private static bool IsOfSpacedWord(char letter) =>
        char.IsLetterOrDigit(letter) && letter is (< '\u0590' or (>= '\u1E00' and <= '\u1FFF'));
}
