using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// The numbers that the reports of an answer have on a page, as footnotes have: by what was known first.
/// </summary>
/// <param name="answer">The answer.</param>
/// <param name="withdrawn">Reports that are in it no more.</param>
/// <param name="marks">What is to be said beside a number.</param>
public sealed class ReportNumbers(Answer answer, IEnumerable<VisibleReport> withdrawn, IntegrityFlags marks)
{
    private readonly List<VisibleReport> reports = [.. answer.Reports.Concat(withdrawn)];
    private readonly Dictionary<Guid, int> numbers = answer
        .Reports.Concat(withdrawn)
        .Select((report, i) => (report.EventId, Number: i + 1))
        .ToDictionary(numbered => numbered.EventId, numbered => numbered.Number);

    /// <summary>The reports, in the order of their numbers.</summary>
    public IReadOnlyList<VisibleReport> All => reports;

    /// <summary>The number of a report.</summary>
    public int GetNumber(VisibleReport report) => numbers[report.EventId];

    /// <summary>The place on the page where a report is described.</summary>
    public static string FormatAnchor(VisibleReport report) => $"report-{report.EventId}";

    /// <summary>A link to the description of a report, with what is wrong with it in a word.</summary>
    public IEnumerable<object> LinkTo(VisibleReport report, HtmlPage page) =>
        [BareLinkTo(report, page), .. Words(report, page)];

    /// <summary>A link to the description of a report, where what is wrong with it is said already.</summary>
    public IElement BareLinkTo(VisibleReport report, HtmlPage page) =>
        page.Element(
            "a",
            ("href", $"#{FormatAnchor(report)}"),
            ("title", EventReference.Format(report.Report)),
            $"[{GetNumber(report)}]"
        );

    /// <summary>What is wrong with a report, each in a word.</summary>
    public IEnumerable<object> Words(VisibleReport report, HtmlPage page) =>
        marks
            .Find(report)
            .DistinctBy(mark => mark.Word)
            .SelectMany(mark => new object[] { " ", IntegrityFlagElements.Word(mark, page) });
}
