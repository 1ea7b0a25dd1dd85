namespace Negotiations.Cli.Rendering.HandOver;

/// <summary>The numbers that the reports of an answer have on a page, as footnotes have: by what was known first.</summary>
/// <param name="answer">The answer.</param>
/// <param name="withdrawn">Reports that are in it no more.</param>
internal sealed class ReportNumbers(Answer answer, IEnumerable<VisibleReport> withdrawn)
{
    private readonly Dictionary<Guid, int> numbers =
        answer.Reports.Concat(withdrawn).Select((report, i) => (report.EventId, Number: i + 1)).ToDictionary(numbered => numbered.EventId, numbered => numbered.Number);

    /// <summary>The number of a report.</summary>
    public int Of(VisibleReport report) => numbers[report.EventId];

    /// <summary>The place on the page where a report is described.</summary>
    public static string AnchorOf(VisibleReport report) => $"report-{report.EventId}";

    /// <summary>A link to the description of a report.</summary>
    public AngleSharp.Dom.IElement LinkTo(VisibleReport report, HtmlPage page) =>
        page.Element("a", ("href", $"#{AnchorOf(report)}"), ("title", ShortForm.Of(report.Report)), $"[{Of(report)}]");
}
