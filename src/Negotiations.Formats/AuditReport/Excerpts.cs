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
        return Quotation
            .Around(spans, text)
            .Select(sentence =>
                page.Element(
                    "blockquote",
                    ("dir", "auto"),
                    CreateLanguageAttribute(language),
                    sentence.IsCutBefore ? "… " : null,
                    sentence.Pieces.Select(piece =>
                        piece.IsMarked ? (object)page.Element("mark", piece.Words) : piece.Words
                    ),
                    sentence.IsCutAfter ? " …" : null
                )
            );
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
