using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>Spans within their texts.</summary>
public static class Excerpts
{
    /// <summary>Spans, highlighted in their sentences; what does not match the text is left out.</summary>
    /// <param name="spans">The spans.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">Language of the text, as a BCP 47 tag; null where it is not known.</param>
    /// <param name="page">The page.</param>
    public static IEnumerable<IElement> Quote(
        IEnumerable<TextSpan> spans,
        NormalisedText text,
        string? language,
        HtmlPage page
    )
    {
        var matching = spans.Where(text.Matches).ToList();
        return Sentence
            .FindAround(matching, text)
            .Select(sentence =>
                page.Element(
                    "blockquote",
                    ("dir", "auto"),
                    CreateLanguageAttribute(language),
                    sentence.IsCutBefore ? "… " : null,
                    Marked(sentence, matching, text, page),
                    sentence.IsCutAfter ? " …" : null
                )
            );
    }

    private static IEnumerable<object> Marked(
        Sentence sentence,
        IReadOnlyList<TextSpan> spans,
        NormalisedText text,
        HtmlPage page
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
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var words = text.Slice(from, to);
            if (spans.Any(span => span.Start <= from && to <= span.End))
                yield return page.Element("mark", words);
            else
                yield return words;
        }
    }

    /// <summary>
    /// A whole text in which the evidence of reports is highlighted, each stretch with the numbers of the reports that
    /// end there.
    /// </summary>
    public static IElement Whole(
        NormalisedText text,
        string? language,
        IEnumerable<VisibleReport> reports,
        ReportNumbers numbers,
        HtmlPage page
    )
    {
        var stretches = MarkedText<VisibleReport>.Split(
            text,
            reports.SelectMany(report => report.Report.Evidence.Select(span => (span, report)))
        );
        return page.Element(
            "div",
            ("class", "text"),
            ("dir", "auto"),
            CreateLanguageAttribute(language),
            stretches.Select(
                (stretch, i) =>
                    stretch.Marks.Count == 0
                        ? (object)stretch.Text
                        : new object[]
                        {
                            page.Element("mark", stretch.Text),
                            Ending(stretch.Marks, i + 1 < stretches.Count ? stretches[i + 1].Marks : [])
                                .Select(report => page.Element("sup", numbers.LinkTo(report, page))),
                        }
            )
        );
    }

    private static object? CreateLanguageAttribute(string? language) => language is null ? null : ("lang", language);

    private static IEnumerable<VisibleReport> Ending(
        IEnumerable<VisibleReport> here,
        IReadOnlyList<VisibleReport> next
    ) => here.Distinct().Where(report => !next.Contains(report));
}
