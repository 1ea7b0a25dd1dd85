using System.Text.RegularExpressions;

namespace Negotiations.Formats;

/// <summary>
/// The sentences in which spans of a text lie, in code points; of a long one the words that are near.
/// </summary>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where they end.</param>
/// <param name="IsCutBefore">Whether words that stand before in the same sentence are left out.</param>
/// <param name="IsCutAfter">Whether words that stand after in the same sentence are left out.</param>
public sealed partial record Sentence(int Start, int End, bool IsCutBefore, bool IsCutAfter)
{
    // About two lines of print on each side: enough to see who is speaking.
    private const int Around = 160;

    // A full stop, a quotation mark and a bracket.
    private const int LongestEnding = 3;

    /// <summary>The sentences around spans, in the order of the text; spans of one sentence share it.</summary>
    public static IReadOnlyList<Sentence> FindAround(IEnumerable<TextSpan> spans, NormalisedText text)
    {
        var sentences = new List<Sentence>();
        foreach (var sentence in spans.Select(span => FindAround(span, text)).OrderBy(sentence => sentence.Start))
        {
            if (sentences is [.., var last] && sentence.Start < last.End)
                sentences[^1] =
                    sentence.End <= last.End
                        ? last
                        : last with
                        {
                            End = sentence.End,
                            IsCutAfter = sentence.IsCutAfter,
                        };
            else
                sentences.Add(sentence);
        }

        return sentences;
    }

    private static Sentence FindAround(TextSpan span, NormalisedText text)
    {
        var (start, end) = (Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around));
        var (before, after) = (text.Slice(start, span.Start), text.Slice(span.End, end));
        var ending = text.Slice(Math.Max(span.Start, span.End - LongestEnding), span.End);

        var isCutBefore = false;
        var first = Between().Matches(before).LastOrDefault() is { } gap ? gap.Index + gap.Length : 0;
        if (first == 0 && start > 0)
            (first, isCutBefore) = (AfterWord(before), true);

        var isCutAfter = false;
        // What stands before the place where the search begins is seen by it, so that a span may end with its sentence.
        var last = Between().Match(ending + after, ending.Length) is { Success: true } next
            ? next.Index - ending.Length
            : after.Length;
        if (last == after.Length && end < text.Length)
            (last, isCutAfter) = (BeforeWord(after), true);

        return new(
            span.Start - CountCodePoints(before[first..]),
            span.End + CountCodePoints(after[..last]),
            isCutBefore,
            isCutAfter
        );
    }

    // Where words have no spaces between them, it is cut where it is.
    private static int AfterWord(string words) => words.IndexOf(' ') + 1;

    private static int BeforeWord(string words) => words.LastIndexOf(' ') is var end && end >= 0 ? end : words.Length;

    private static int CountCodePoints(string words) => words.EnumerateRunes().Count();

    [GeneratedRegex("""(?<=[.!?…。！？؟։।]["'”’»›)\]]*)\s+|\n\s*""")]
    private static partial Regex Between();
}
