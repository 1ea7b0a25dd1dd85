using AngleSharp.Dom;

namespace Negotiations.Cli.Rendering.HandOver;

/// <summary>Spans within their texts.</summary>
internal static class Excerpts
{
    // About two lines of print on each side: enough to see who is speaking.
    private const int Around = 160;

    private const int LongestWord = 24;

    /// <summary>A span, highlighted, with the words around it; null where it does not match the text.</summary>
    public static IElement? Of(TextSpan span, NormalisedText text, HtmlPage page)
    {
        if (!text.Matches(span)) return null;
        var before = text.Slice(Math.Max(0, span.Start - Around), span.Start);
        var after = text.Slice(span.End, Math.Min(text.Length, span.End + Around));
        return page.Element("blockquote",
            span.Start > Around ? $"…{before[(before.AsSpan(0, Math.Min(LongestWord, before.Length)).IndexOf(' ') + 1)..]}" : before,
            page.Element("mark", text.Slice(span.Start, span.End)),
            span.End + Around < text.Length ? $"{WithoutBrokenWord(after)}…" : after);
    }

    // Where words have no spaces between them, it is cut where it is.
    private static string WithoutBrokenWord(string words) =>
        words.LastIndexOf(' ') is var end && end >= 0 && words.Length - end <= LongestWord ? words[..end] : words;

    /// <summary>A whole text in which the evidence of reports is highlighted, each stretch with the numbers of the reports that end there.</summary>
    public static IElement Whole(NormalisedText text, IEnumerable<VisibleReport> reports, ReportNumbers numbers, HtmlPage page)
    {
        var stretches = MarkedText<VisibleReport>.Of(text, reports.SelectMany(report => report.Report.Evidence.Select(span => (span, report))));
        return page.Element("div", ("class", "text"), stretches.Select((stretch, i) => stretch.Marks.Count == 0
            ? (object)stretch.Text
            : new object[]
            {
                page.Element("mark", stretch.Text),
                Ending(stretch.Marks, i + 1 < stretches.Count ? stretches[i + 1].Marks : []).Select(report => page.Element("sup", numbers.LinkTo(report, page))),
            }));
    }

    private static IEnumerable<VisibleReport> Ending(IEnumerable<VisibleReport> here, IReadOnlyList<VisibleReport> next) =>
        here.Distinct().Where(report => !next.Contains(report));
}
