namespace Negotiations.Formats;

/// <summary>Reports as a Markdown table.</summary>
public static class ReportsMarkdown
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Answer answer, IReadOnlyList<VisibleReport> reports)
    {
        var sources = new SourceWords(new NameWords(answer.Definition), answer.Zone);
        List<string> lines =
        [
            $"# {Markdown.Escape(answer.Definition.Title)}: reports",
            "",
            $"**{Markdown.Escape(QuestionWords.Asked(answer.Asked, answer.Zone))}**",
            .. Markdown.Notes(QuestionWords.Erased(answer)),
            "",
            $"{QuestionWords.Count(reports.Count, "report")} of {answer.Reports.Count}.",
            "",
            .. Markdown.Header("Report", "Type", "Who", "Round", "Happened", "Known", "Summary"),
        ];
        var name = EventReference.FormatAmong(reports.Select(visible => visible.Report));
        lines.AddRange(
            reports.Select(visible =>
                Markdown.Row(
                    name(visible.Report),
                    Camel.Apart(visible.Report.GetType().Name),
                    sources.DescribeOrigin(visible),
                    visible.Report.Round,
                    visible.Report.Happened is { } happened ? DateWords.Describe(happened) ?? "" : "",
                    DateWords.Describe(visible.KnownFrom, answer.Zone),
                    visible.Report.Summary
                )
            )
        );
        return string.Join('\n', lines);
    }
}
