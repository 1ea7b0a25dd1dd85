using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>Reports as text for a terminal, by article.</summary>
internal static class ReportsText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(Answer answer, IReadOnlyList<VisibleReport> reports, int width)
    {
        var names = new NameWords(answer.Definition);
        var sources = new SourceWords(names, answer.Zone);
        yield return new Rule(Spectre.Console.Markup.Escape(answer.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(QuestionWords.Asked(answer.Asked, answer.Zone), Styles.Strong);
        yield return Styles.Line(
            $"{QuestionWords.Count(reports.Count, "report")} of {answer.Reports.Count}.",
            Styles.Quiet
        );
        foreach (var erased in QuestionWords.Erased(answer))
            yield return Styles.Line(erased, Styles.Warning);
        var groups = reports
            .GroupBy(report => (report.Report.Article, report.Version.Version, report.KnownFrom))
            .Select(article => (Head: DescribeHead(article.First()), article.Key.Version, Reports: article))
            .ToList();
        var heads = groups.ToLookup(group => group.Head, StringComparer.Ordinal);
        foreach (var (head, version, listed) in groups)
        {
            yield return Styles.Line("", Styles.Plain);
            yield return Styles.Line(heads[head].Count() > 1 ? $"{head}, version {version}" : head, Styles.Strong);
            yield return RenderTable(listed, sources, width);
        }

        string DescribeHead(VisibleReport first) =>
            $"{first.Report.Article} · {names.DisplayName(first.Version.Outlet.Id)}, "
            + DateWords.Describe(first.KnownFrom, answer.Zone);
    }

    private static Grid RenderTable(IEnumerable<VisibleReport> reports, SourceWords sources, int width)
    {
        var (left, middle) = (width * 3 / 10, width * 3 / 10);
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = left - 4, Padding = new(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = middle - 2, Padding = new(0, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Width = width - left - middle, Padding = new(0, 0, 0, 0) });
        foreach (var visible in reports)
        {
            var report = visible.Report;
            var when = report.Happened is null ? null : DateWords.Describe(report.Happened);
            var origin = new Paragraph(
                sources.DescribeOrigin(visible),
                report.Chain[0].Kind == LinkKind.Unnamed ? Styles.Warning : Styles.Plain
            );
            origin.Append($" · {report.Round}{(when is null ? "" : $" · {when}")}", Styles.Quiet);
            if (report.Grades is { Count: > 0 } grades)
                origin.Append($" · graded {GradeWords.Describe(grades)}", Styles.Quiet);
            grid.AddRow(
                new Paragraph($"#{report.Id}").Append($" {Camel.Apart(report.GetType().Name)}", Styles.Quiet),
                origin,
                new Paragraph(report.Summary)
            );
        }

        return grid;
    }
}
