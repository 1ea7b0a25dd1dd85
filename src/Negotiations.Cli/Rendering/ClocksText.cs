using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>A comparison of the clocks, as text and as Markdown.</summary>
internal static class ClocksText
{
    private const string Title = "The same record on three clocks";

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(IReadOnlyList<ClockLine> lines, int width)
    {
        yield return Styles.Line("", Styles.Plain);
        yield return new Rule(Title) { Style = Styles.Quiet, Justification = Justify.Left };
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Padding = new(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 2, 0), NoWrap = true });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var line in lines)
        {
            grid.AddRow(
                new Paragraph(line.Clock, Styles.Strong).Append($", {line.Meaning}", Styles.Quiet),
                new Paragraph(QuestionWords.Count(line.Answer.Facts.Count, "fact")),
                new Paragraph(DescribeExample(line), Styles.Strong)
            );
        }

        yield return grid;
    }

    /// <summary>The lines of Markdown.</summary>
    public static IEnumerable<string> WriteMarkdown(IReadOnlyList<ClockLine> lines) =>
        [
            "",
            $"## {Title}",
            "",
            .. Formats.Markdown.Header("Clock", "Meaning", "Facts", "For example"),
            .. lines.Select(line =>
                Formats.Markdown.Row(
                    line.Clock,
                    line.Meaning,
                    line.Answer.Facts.Count.ToString(CultureInfo.InvariantCulture),
                    DescribeExample(line)
                )
            ),
        ];

    private static string DescribeExample(ClockLine line)
    {
        var names = new NameWords(line.Answer.Definition);
        if (line.Fact is not { } fact)
            return $"{names.DisplayName(line.Key.Split('/')[^1])}: nothing known";
        var words = new FactLine(names, line.Answer.Zone, []) { Coded = CodedNames.Read(line.Answer.Facts) }.Describe(
            fact
        );
        var doubt = StandingWords.FindDoubt(fact) is { } mark ? $" ({mark.Words})" : "";
        if (line.Answer.Asked.HappenedBy is null)
            return $"{words.Subject}: {words.Status ?? words.Details}{doubt}";
        // Away from its section of the briefing the line says what kind of fact it is.
        var subject = line.Key.Split('/')[1] is "attendance"
            ? words.Subject
            : $"{line.Key.Split('/')[1]}, {words.Subject}";
        var value = string.Join(", ", new[] { words.Status, words.Details }.Where(part => !string.IsNullOrEmpty(part)));
        return $"{subject}: {value}{doubt} (known since {words.Since})";
    }
}
