using System.Text;

namespace Negotiations.Coding;

/// <summary>Words of a text as messages show them: in one line, and short.</summary>
internal static class Excerpt
{
    private const int Longest = 60;
    private const int Context = 30;

    /// <summary>Words between quotation marks; of long ones the beginning and the end.</summary>
    public static string Quote(string words)
    {
        Rune[] runes = [.. FoldedText.Fold(words).EnumerateRunes()];
        var shown =
            runes.Length <= Longest
                ? string.Concat(runes)
                : $"{string.Concat(runes[..40]).TrimEnd()} … {string.Concat(runes[^15..]).TrimStart()}";
        return $"“{shown}”";
    }

    /// <summary>What stands in a span, such as <c>17-242 “the words”</c>.</summary>
    public static string Show(NormalisedText text, int start, int end) =>
        $"{start}-{end} {Quote(text.Slice(start, end))}";

    /// <summary>A place with some words before and after it.</summary>
    public static string ShowAround(NormalisedText text, int start, int end)
    {
        var (before, after) = (Math.Max(0, start - Context), Math.Min(text.Length, end + Context));
        return $"{start}-{end} {Cut(text.Slice(before, start), before > 0, atStart: true)}"
            + $"[{Quote(text.Slice(start, end))[1..^1]}]"
            + Cut(text.Slice(end, after), after < text.Length, atStart: false);
    }

    // A word that is cut is left out; white space beside the place stays one space.
    private static string Cut(string context, bool isCut, bool atStart)
    {
        if (context.Length == 0)
            return "";
        var (leading, trailing) = (char.IsWhiteSpace(context[0]), char.IsWhiteSpace(context[^1]));
        var words = FoldedText.Fold(context);
        if (isCut && words.IndexOf(' ', StringComparison.Ordinal) >= 0)
            words = atStart
                ? $"…{words[words.IndexOf(' ', StringComparison.Ordinal)..]}"
                : $"{words[..words.LastIndexOf(' ')]} …";
        return atStart ? $"{words}{(trailing ? " " : "")}" : $"{(leading ? " " : "")}{words}";
    }
}
