namespace Negotiations.Formats;

/// <summary>A briefing as Markdown to paste: lists, with the articles as footnotes.</summary>
public static class StateMarkdown
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Briefing briefing)
    {
        List<string> lines =
        [
            $"# {Markdown.Escape(briefing.Title)}",
            "",
            $"**{Markdown.Escape(briefing.Asked)}**",
            "",
            $"Stands on {briefing.StandsOn}.",
        ];
        foreach (var assumption in briefing.Assumptions)
            lines.AddRange(["", $"> {Markdown.Escape(assumption)}."]);
        if (briefing.Rounds.Count == 0)
            lines.AddRange(["", briefing.Nothing]);
        foreach (var round in briefing.Rounds)
        {
            lines.AddRange(["", $"## {Markdown.Escape(round.Title)}"]);
            foreach (var section in round.Sections)
                lines.AddRange(["", $"### {section.Title}", "", .. section.Lines.Select(WriteLine)]);
        }

        var cited = briefing.Lines.SelectMany(line => line.Articles).ToHashSet();
        lines.Add("");
        lines.AddRange(
            briefing
                .Articles.Where(article => cited.Contains(article.Id))
                .Select(article => $"[^{article.Id}]: {Markdown.Escape(article.Words)}")
        );
        return string.Join('\n', lines).TrimEnd('\n');
    }

    private static string WriteLine(BriefingLine line)
    {
        var value = string.Join(", ", new[] { line.Status, line.Details }.Where(part => !string.IsNullOrEmpty(part)));
        var when = line.Happened is null ? "" : $" ({line.Happened})";
        var text = $"{Markdown.Escape(value)}{Markdown.Escape(when)}";
        if (line.Origin is not null)
            text += $". Source: {Markdown.Escape(line.Origin)}";
        if (line.Disputed)
            text += ". **Disputed**";
        foreach (var flag in line.Flags)
            text += $"; {flag}";
        foreach (var note in line.Notes)
            text += $"; {Markdown.Escape(note)}";
        if (line.MayBeTooEarly)
            text += ". May not have been known yet";
        return $"- **{Markdown.Escape(line.Subject)}**: "
            + $"{text}.{string.Concat(line.Articles.Select(article => $"[^{article}]"))}";
    }
}
