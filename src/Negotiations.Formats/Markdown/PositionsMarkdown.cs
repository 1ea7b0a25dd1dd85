namespace Negotiations.Formats;

/// <summary>Where each side stands on each issue, as a Markdown table.</summary>
public static class PositionsMarkdown
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(PositionTable table)
    {
        var answer = table.Answer;
        var names = new NameWords(answer.Definition);
        var words = new PositionWords(names, answer.Zone);
        List<string> lines =
        [
            $"# {Markdown.Escape(answer.Definition.Title)}: positions",
            "",
            $"**{Markdown.Escape(PositionWords.DescribeAsked(table))}**",
            .. Markdown.Notes(QuestionWords.Assumptions(answer).Select(assumption => $"{assumption}.")),
            "",
        ];
        if (table.Issues.Count == 0)
            lines.Add(QuestionWords.Nothing(answer.Asked));
        else
            lines.AddRange(
                Markdown.Header("Issue", "Side", "Position", "Said", "Known since", "Source", "Marks", "Before")
            );
        foreach (var issue in table.Issues)
        {
            lines.AddRange(
                issue.Lines.Select(
                    (line, index) =>
                        Markdown.Row(
                            index == 0 ? issue.Issue.Name : "",
                            words.DescribeSide(line),
                            PositionWords.Describe(line.Now, issue.Issue),
                            PositionWords.DescribeDate(line.Now) ?? "",
                            words.DescribeSince(line),
                            words.DescribeSource(line.Now),
                            string.Join("; ", PositionWords.DescribeMarks(line)),
                            words.DescribeBefore(line, issue.Issue) ?? ""
                        )
                )
            );
            if (PositionWords.DescribeAlso(issue, answer.Asked.Negotiation) is { } also)
                lines.Add(Markdown.Row(issue.Lines.Count == 0 ? issue.Issue.Name : "", "", also, "", "", "", "", ""));
        }

        if (PositionWords.DescribeWithoutIssue(table.WithoutIssue) is { } without)
            lines.AddRange(["", without]);
        return string.Join('\n', lines);
    }
}
