namespace Negotiations.Formats;

/// <summary>A sentence of a text in which spans are marked.</summary>
/// <param name="Pieces">The sentence in pieces, each with whether it lies in a span.</param>
/// <param name="IsCutBefore">Whether words that stand before in the same sentence are left out.</param>
/// <param name="IsCutAfter">Whether words that stand after in the same sentence are left out.</param>
public sealed record Quotation(IReadOnlyList<(string Words, bool IsMarked)> Pieces, bool IsCutBefore, bool IsCutAfter)
{
    /// <summary>The sentences around spans, in the order of the text; what does not match the text is left
    /// out.</summary>
    public static IReadOnlyList<Quotation> Around(IEnumerable<TextSpan> spans, NormalisedText text)
    {
        var matching = spans.Where(text.Matches).ToList();
        return
        [
            .. Sentence
                .FindAround(matching, text)
                .Select(sentence => new Quotation(
                    Split(sentence, matching, text),
                    sentence.IsCutBefore,
                    sentence.IsCutAfter
                )),
        ];
    }

    private static IReadOnlyList<(string Words, bool IsMarked)> Split(
        Sentence sentence,
        IReadOnlyList<TextSpan> spans,
        NormalisedText text
    )
    {
        var (start, end) = (sentence.Start, sentence.End);
        int[] cuts =
        [
            .. spans
                .SelectMany(span => new[] { span.Start, span.End })
                .Where(cut => cut > start && cut < end)
                .Append(start)
                .Append(end)
                .Distinct()
                .Order(),
        ];
        return
        [
            .. cuts.Zip(cuts.Skip(1))
                .Select(piece =>
                    (
                        text.Slice(piece.First, piece.Second),
                        spans.Any(span => span.Start <= piece.First && piece.Second <= span.End)
                    )
                ),
        ];
    }
}
