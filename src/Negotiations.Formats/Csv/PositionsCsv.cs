namespace Negotiations.Formats;

/// <summary>Where each side stands on each issue, as a table: a line of a side in a row.</summary>
public static class PositionsCsv
{
    /// <summary>Writes the table.</summary>
    public static void Write(Stream output, PositionTable table) =>
        CsvTable.Write(
            output,
            CreateColumns(table),
            table.Issues.SelectMany(issue => issue.Lines, (issue, line) => new IssueLine(issue.Issue, line))
        );

    /// <summary>The columns.</summary>
    public static IReadOnlyList<CsvColumn<IssueLine>> CreateColumns(PositionTable table)
    {
        var zone = table.Answer.Zone;
        var words = new PositionWords(new NameWords(table.Answer.Definition), zone);
        return
        [
            new("issue", "string", "identifier of the issue", row => row.Issue.Id),
            new("issue_name", "string", "what people call it", row => row.Issue.Name),
            new("side", "string", "identifier of the side", row => row.Line.Side),
            new("side_name", "string", "its name", row => words.DescribeSide(row.Line)),
            new("round", "string", "round of talks", row => row.Line.Now.Round),
            new("position", "string", "the position in our own words", row => row.Line.Now.Words),
            new("stance", "string", "where the side stands, in a word", row => row.Line.Now.Stance),
            new("by", "string", "who said it, a list", row => CellText.Format(row.Line.Now.By)),
            new("happened", "string", "when it was said, in EDTF", row =>
                CellText.Format(row.Line.Now.Claim.Act.Date.Text)
            ),
            new("since", "dateTime", "since when the line has been known", row =>
                CellText.Format(row.Line.Since, zone)
            ),
            new("standing", "string", "own, observed, own-unnamed or other", row =>
                EnumText.Format(row.Line.Now.Claim.Standing)
            ),
            new("origin", "string", "who says so, in words", row => words.DescribeSource(row.Line.Now)),
            new("report", "string", "the report", row => EventReference.Format(row.Line.Now.Source.Report)),
            new("disputed", "boolean", "whether it is disputed", row => CellText.Format(row.Line.Fact.Disputed)),
            new("flags", "string", "flags of the fact, a list", row => CellText.Format(row.Line.Fact.Flags)),
            new("change", "string", "what became of the line since the other time", row =>
                row.Line.Change is { } change ? EnumText.Format(change) : null
            ),
            new("before", "string", "the line before, in words", row => words.DescribeBefore(row.Line, row.Issue)),
            new("key", "string", "key of the fact", row => row.Line.Fact.Key),
        ];
    }
}

/// <summary>A row of the table.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Line">The line of a side.</param>
public sealed record IssueLine(Issue Issue, PositionLine Line);
