namespace Negotiations.Formats;

/// <summary>Blame as Markdown: a table of reports for each fact.</summary>
public static class BlameMarkdown
{
    private static readonly string[] Columns =
    [
        "",
        "Why",
        "Report",
        "Says",
        "Who",
        "Chain",
        "Published",
        "Happened",
        "Span",
        "Summary",
        "Corrections",
    ];

    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="blame">What was found.</param>
    /// <param name="asked">The part of a key that was asked for, as it was typed.</param>
    public static string Write(Blame blame, string asked = "")
    {
        var answer = blame.Answer;
        var names = new NameWords(answer.Definition);
        var (changes, words) = (new ChangeWords(names), new BlameWords(names, answer.Zone));
        var name = EventReference.FormatAmong(blame.ListReports());
        List<string> lines =
        [
            $"# {Markdown.Escape(answer.Definition.Title)}: who says so",
            "",
            $"**{Markdown.Escape(QuestionWords.Asked(answer.Asked, answer.Zone))}**",
            .. Markdown.Notes(QuestionWords.Warnings(answer)),
            .. blame.Facts.Count + blame.Vanished.Count == 0
                ? ["", QuestionWords.Nothing(answer, InvolvedElsewhere.Find(asked, answer))]
                : new List<string>(),
        ];
        foreach (var fact in blame.Facts)
        {
            lines.AddRange([
                "",
                $"## {Markdown.Escape(fact.Fact.Key)}",
                "",
                $"**{Markdown.Escape(changes.DescribeValue(fact.Fact, fact.Fact.Key))}**",
                "",
            ]);
            lines.AddRange(Markdown.Header(Columns));
            lines.AddRange(
                fact.Reports.SelectMany(report => Rows(BlameWords.DescribeRole(report.Role), [report], fact.Fact.Key))
            );
        }

        foreach (var vanished in blame.Vanished)
        {
            lines.AddRange(["", $"## {Markdown.Escape(vanished.Key)}", "", $"**{ChangeWords.Gone}**", ""]);
            lines.AddRange(Markdown.Header(Columns));
            lines.AddRange(
                vanished.Withdrawn.SelectMany(report =>
                    Rows(BlameWords.DescribeRole(report.Role), [report], vanished.Key)
                )
            );
        }

        return string.Join('\n', lines);

        IEnumerable<string> Rows(string title, IEnumerable<BlamedReport> reports, string key) =>
            reports.Select(blamed =>
                Markdown.Row(
                    title,
                    words.DescribeReason(blamed),
                    name(blamed.Visible.Report),
                    blamed.Value is null ? "" : changes.DescribeValue(blamed.Value, key),
                    words.DescribeOrigin(blamed),
                    words.DescribeChain(blamed),
                    words.DescribePublication(blamed),
                    BlameWords.DescribeDate(blamed) ?? "",
                    BlameWords.DescribeSpans(blamed),
                    string.Join(
                        "; ",
                        new[]
                        {
                            blamed.Visible.Report.Summary,
                            BlameWords.DescribeGrades(blamed),
                            BlameWords.DescribeStatus(blamed),
                        }.OfType<string>()
                    ),
                    string.Join("; ", blamed.Corrections.Select(words.DescribeCorrection))
                )
            );
    }
}
