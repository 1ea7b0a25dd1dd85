namespace Negotiations.Formats;

/// <summary>Reports as a Markdown table.</summary>
public static class ReportsMarkdown
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Answer answer, ReportFilter filter, IReadOnlyList<FoundReport> reports)
    {
        var names = new NameWords(answer.Definition);
        var (sources, blame) = (new SourceWords(names, answer.Zone), new BlameWords(names, answer.Zone));
        List<string> lines =
        [
            $"# {Markdown.Escape(answer.Definition.Title)}: reports",
            "",
            $"**{Markdown.Escape(QuestionWords.Asked(answer.Asked, answer.Zone))}**",
            .. Markdown.Notes(QuestionWords.Warnings(answer)),
            "",
            FoundWords.DescribeCount(answer, filter, reports),
            "",
            .. Markdown.Header(
                "Report",
                "Type",
                "Act",
                "Who",
                "Chain",
                "Says it as",
                "Round",
                "Happened",
                "Known",
                "Version",
                "Summary",
                "Marks"
            ),
        ];
        var name = EventReference.FormatAmong(reports.Select(found => found.Visible.Report));
        lines.AddRange(
            reports.Select(found =>
                Markdown.Row(
                    name(found.Visible.Report),
                    Camel.Apart(found.Visible.Report.GetType().Name),
                    found.Visible.Report.Act,
                    sources.DescribeOrigin(found.Visible),
                    blame.DescribeChain(found.Visible),
                    EnumText.Format(found.Visible.Report.Modality),
                    FoundWords.DescribeRounds(found.Visible.Report),
                    found.Visible.Report.Happened is { } happened ? DateWords.Describe(happened) ?? "" : "",
                    DateWords.Describe(found.Visible.Publication, answer.Zone),
                    found.Visible.Report.Version,
                    found.Visible.Report.Summary,
                    string.Join("; ", FoundWords.DescribeMarks(found))
                )
            )
        );
        return string.Join('\n', lines);
    }
}
