using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>Reports as text for a terminal, by article.</summary>
internal static class ReportsText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(
        Answer answer,
        ReportFilter filter,
        IReadOnlyList<FoundReport> reports,
        int width
    )
    {
        var names = new NameWords(answer.Definition);
        var (sources, blame) = (new SourceWords(names, answer.Zone), new BlameWords(names, answer.Zone));
        yield return new Rule(Spectre.Console.Markup.Escape(answer.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        yield return Styles.Line(FoundWords.DescribeCount(answer, filter, reports), Styles.Quiet);
        foreach (var warning in QuestionWords.Warnings(answer))
            yield return Styles.Line(warning, Styles.Warning);
        var groups = reports
            .GroupBy(found => (found.Visible.Report.Article, found.Visible.Version.Version, found.Visible.Publication))
            .Select(article => (Head: DescribeHead(article.First().Visible), Reports: article));
        foreach (var (head, listed) in groups)
        {
            yield return Styles.Line("", Styles.Plain);
            yield return Styles.Line(head, Styles.Strong);
            foreach (var found in listed)
            {
                yield return RenderName(found.Visible.Report);
                yield return RenderReport(found, sources, blame, width);
            }
        }

        string DescribeHead(VisibleReport first) =>
            $"{first.Report.Article} · {names.DisplayName(first.Version.Outlet.Id)}, "
            + $"{DateWords.Describe(first.Publication, answer.Zone)}, version {first.Version.Version}";
    }

    // What can be copied stands on a line of its own, where no column breaks it.
    private static Padder RenderName(Report report) =>
        new(new Paragraph($"#{report.Id}").Append($" · {report.Act}", Styles.Quiet), new Padding(2, 0, 0, 0));

    private static Grid RenderReport(FoundReport found, SourceWords sources, BlameWords blame, int width)
    {
        var (left, middle) = (width * 2 / 10, width * 3 / 10);
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = left - 6, Padding = new(4, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = middle - 2, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = width - left - middle, Padding = new(0, 0, 0, 0) });
        var (visible, report) = (found.Visible, found.Visible.Report);
        var when = report.Happened is null ? null : DateWords.Describe(report.Happened);
        var origin = new Paragraph(
            sources.DescribeOrigin(visible),
            report.Chain[0].Kind == LinkKind.Unnamed ? Styles.Warning : Styles.Plain
        );
        origin.Append($" · {FoundWords.DescribeRounds(report)}{(when is null ? "" : $" · {when}")}", Styles.Quiet);
        if (report.Modality != Modality.Asserted)
            origin.Append($" · {EnumText.Format(report.Modality)}", Styles.Quiet);
        if (report.Chain.Count > 1)
            origin.Append($" · {blame.DescribeChain(visible)}", Styles.Quiet);
        if (report.Grades is { Count: > 0 } grades)
            origin.Append($" · graded {GradeWords.Describe(grades)}", Styles.Quiet);
        var summary = new Paragraph(report.Summary);
        foreach (var mark in FoundWords.DescribeMarks(found))
            summary.Append($" · {mark}", Styles.Warning);
        grid.AddRow(new Paragraph(Camel.Apart(report.GetType().Name), Styles.Quiet), origin, summary);
        return grid;
    }
}
