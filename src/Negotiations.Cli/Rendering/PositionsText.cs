using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>Where each side stands on each issue, as text for a terminal.</summary>
internal static class PositionsText
{
    private const int Comfortable = 100;

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(PositionTable table, int width)
    {
        var answer = table.Answer;
        var names = new NameWords(answer.Definition);
        var words = new PositionWords(names, answer.Zone);
        yield return new Rule(Spectre.Console.Markup.Escape(answer.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(PositionWords.DescribeAsked(table), Styles.Strong);
        yield return Styles.Line($"Stands on {QuestionWords.StandsOn(answer)}.", Styles.Quiet);
        foreach (var assumption in QuestionWords.Assumptions(answer))
            yield return Styles.Line($"{assumption}.", Styles.Quiet);
        if (table.Issues.Count == 0)
            yield return Styles.Line(QuestionWords.Nothing(answer.Asked), Styles.Plain);
        foreach (var issue in table.Issues)
        {
            yield return Styles.Line("", Styles.Plain);
            yield return Styles.Line(issue.Issue.Name, Styles.Strong);
            if (issue.Lines.Count > 0)
                yield return RenderTable(issue, words, width);
            if (PositionWords.DescribeAlso(issue, answer.Asked.Negotiation) is { } also)
                yield return new Padder(new Paragraph(also, Styles.Quiet), new Padding(2, 0, 0, 0));
        }

        if (PositionWords.DescribeWithoutIssue(table.WithoutIssue) is { } without)
        {
            yield return Styles.Line("", Styles.Plain);
            yield return Styles.Line(without, Styles.Quiet);
        }
    }

    private static Grid RenderTable(IssuePositions issue, PositionWords words, int width)
    {
        var (side, source) = width < Comfortable ? (14, 24) : (18, 40);
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = side, Padding = new(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = width - side - 6 - source, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = source, Padding = new(0, 0, 0, 0) });
        foreach (var line in issue.Lines)
        {
            var position = new Paragraph(
                PositionWords.Describe(line.Now, issue.Issue),
                line.Fact.IsInForce && line.Change != PositionChange.Gone ? Styles.Plain : Styles.Quiet
            );
            foreach (var mark in PositionWords.DescribeMarks(line))
                position.Append($" · {mark}", Styles.Warning);
            if (words.DescribeBefore(line, issue.Issue) is { } before)
                position.Append($"\n{PositionWords.NameBefore(line)}: {before}", Styles.Quiet);
            var date = PositionWords.DescribeDate(line.Now) is { } day ? $"said {day}, " : "";
            grid.AddRow(
                new Paragraph(words.DescribeSide(line)),
                position,
                new Paragraph(words.DescribeSource(line.Now)).Append(
                    $"\n{date}line known since {words.DescribeSince(line)}",
                    Styles.Quiet
                )
            );
        }

        return grid;
    }
}
