using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>The facts of an answer as a table: one row for each, ordered by key.</summary>
public static class FactsCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<CsvColumn<Fact>> Columns(ExportSource exported) =>
        [.. Value, .. Dates(exported.Answer), .. Reasons, .. QuestionColumns.Create<Fact>(exported.Header)];

    /// <summary>Writes the table.</summary>
    public static void Write(Stream output, ExportSource exported, CancellationToken cancellationToken = default) =>
        CsvTable.Write(output, Columns(exported), exported.Answer.Facts, cancellationToken);

    private static IEnumerable<CsvColumn<Fact>> Value =>
        [
            new("key", "string", "key of the fact (docs/facts.md)", row => row.Key),
            new("round", "string", "the first segment of the key: the round, or general", row =>
                row.Key[..row.Key.IndexOf('/')]
            ),
            new("subject", "string", "the rest of the key", row => row.Key[(row.Key.IndexOf('/') + 1)..]),
            new("status", "string", "the status, where the value has one", row => ReadStatus(row.Value)),
            new("value", "json", "the whole value, a JSON object", row => row.Value.Json),
            new("standing", "string", "the strongest standing of the reports for the value", row =>
                EnumText.Format(row.Standing)
            ),
            new("modality", "string", "what the source of the deciding report commits itself to", row =>
                EnumText.Format(row.Modality)
            ),
            new("disputed", "boolean", "whether the value is contradicted", row => CellText.Format(row.Disputed)),
        ];

    private static IEnumerable<CsvColumn<Fact>> Dates(Answer answer) =>
        [
            new("happened", "string", "date of the deciding act in EDTF (ISO 8601-2)", row =>
                CellText.Format(row.Happened)
            ),
            new("happened_earliest", "date", "the first day on which it can have happened", row =>
                CellText.Format(row.Happened.Bounds.Earliest)
            ),
            new("happened_latest", "date", "the last day on which it can have happened", row =>
                CellText.Format(row.Happened.Bounds.Latest)
            ),
            new("happened_precision", "string", "how precise the date is", row =>
                EnumText.Format(row.Happened.Precision)
            ),
            new("known_from", "dateTime", "when the deciding act became known with this value", row =>
                CellText.Format(row.KnownFrom, answer.Zone)
            ),
            new("since", "dateTime", "since when the value is known without a break", row =>
                CellText.Format(row.Since, answer.Zone)
            ),
        ];

    private static IEnumerable<CsvColumn<Fact>> Reasons =>
        [
            new("origins", "integer", "number of independent origins", row => CellText.Format(row.Origins)),
            new("carriers", "integer", "number of outlets that carried it", row => CellText.Format(row.Carriers)),
            new("because", "string", "the reports for the value, identifiers of events, a list", row =>
                CellText.Format(row.Because)
            ),
            new("dated_by", "string", "the reports that only set dates or the order, a list", row =>
                CellText.Format(row.DatedBy)
            ),
            new("against", "string", "the reports against it, identifiers of events, a list", row =>
                CellText.Format(row.Against)
            ),
            new(
                "corrections",
                "string",
                "corrections that bear on the reports for it, identifiers of events, a list",
                row => CellText.Format(row.Corrections)
            ),
            new("assumes", "string", "articles behind it whose time of publication is assumed, a list", row =>
                CellText.Format(row.Assumes)
            ),
            new("flags", "string", "what else to know of the value, a list", row => CellText.Format(row.Flags)),
        ];

    private static string? ReadStatus(FactValue value)
    {
        using var json = JsonDocument.Parse(value.Json);
        return json.RootElement.TryGetProperty("status", out var status) ? status.GetString() : null;
    }
}
