using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>A briefing as text for a terminal.</summary>
internal static class StateText
{
    private const int Comfortable = 100;

    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(Briefing briefing, int width)
    {
        yield return new Rule(Markup.Escape(briefing.Title)) { Style = Styles.Quiet, Justification = Justify.Left };
        yield return Styles.Line(briefing.Asked, Styles.Strong);
        yield return Styles.Line($"Stands on {briefing.StandsOn}.", Styles.Quiet);
        foreach (var assumption in briefing.Assumptions)
            yield return Styles.Line($"{assumption}.", Styles.Quiet);
        if (briefing.Rounds.Count == 0)
            yield return Styles.Line(briefing.Nothing, Styles.Plain);

        var notes = new Footnotes();
        foreach (var round in briefing.Rounds)
        {
            yield return Styles.Line("", Styles.Plain);
            yield return new Rule(Markup.Escape(round.Title)) { Style = Styles.Quiet, Justification = Justify.Left };
            foreach (var section in round.Sections)
            {
                yield return Styles.Line("", Styles.Plain);
                yield return Styles.Line(section.Title, Styles.Strong);
                foreach (var part in RenderLines(section, notes, width))
                    yield return part;
            }
        }

        yield return Styles.Line("", Styles.Plain);
        foreach (var (text, number) in notes.Texts)
            yield return Styles.Line($"[{number}] {text}", Styles.Quiet);
        if (briefing.MayBeTooEarly)
            yield return Styles.Line("* may not have been known yet: see the assumption above", Styles.Quiet);
        foreach (var article in briefing.Articles)
            yield return Styles.Line($"{article.Id}: {article.Words}", Styles.Quiet);
    }

    // A key stands on a line of its own, so that it can be copied whole.
    private static IEnumerable<IRenderable> RenderLines(BriefingSection section, Footnotes notes, int width)
    {
        foreach (var line in section.Lines)
        {
            yield return RenderLine(line, section, notes, width);
            if (line.Key is { } key)
                yield return Styles.Line($"    {key}", Styles.Quiet);
        }
    }

    private static Grid RenderLine(BriefingLine line, BriefingSection section, Footnotes notes, int width)
    {
        var isCounted = section.Lines.All(line => line.Origin is null);
        var (subject, source) = width < Comfortable ? (18, 24) : (26, 38);
        var grid = new Grid { Width = width };
        grid.AddColumn(new GridColumn { Width = subject, Padding = new(2, 0, 2, 0) });
        grid.AddColumn(
            new GridColumn { Width = width - subject - 6 - (isCounted ? 0 : source), Padding = new(0, 0, 2, 0) }
        );
        if (!isCounted)
            grid.AddColumn(new GridColumn { Width = source, Padding = new(0, 0, 0, 0) });
        IRenderable[] cells = [new Paragraph(line.Subject), RenderValue(line, notes)];
        grid.AddRow(isCounted ? cells : [.. cells, RenderSource(line)]);

        return grid;
    }

    private static Paragraph RenderValue(BriefingLine line, Footnotes notes)
    {
        var cell = new Paragraph();
        if (line.Status is not null)
            cell.Append(line.Status, Styles.ForStatus(line.Status));
        if (line.Details.Length > 0)
            cell.Append(
                line.Status is null ? line.Details
                    : line.Details[0] == '(' ? $" {line.Details}"
                    : $", {line.Details}",
                Styles.Plain
            );
        if (line.Happened is not null)
            cell.Append($" · {line.Happened}", Styles.Quiet);
        if (line.Disputed)
            cell.Append(" · disputed", Styles.Warning);
        foreach (var flag in line.Flags)
            cell.Append($" · {flag}", Styles.Warning);
        foreach (var note in line.Notes)
            cell.Append($" [{notes.AssignNumber(note)}]", Styles.Quiet);
        if (line.MayBeTooEarly)
            cell.Append(" *", Styles.Warning);
        return cell;
    }

    private static Paragraph RenderSource(BriefingLine line)
    {
        var cell = new Paragraph();
        if (line.Origin is null)
            return cell;
        return cell.Append(line.Origin, line.Unnamed ? Styles.Warning : Styles.Plain)
            .Append($" · {line.Source}", Styles.Quiet);
    }
}
