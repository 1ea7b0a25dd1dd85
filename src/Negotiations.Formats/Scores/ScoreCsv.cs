using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>How well one coding fits another, as one table: a row for each figure.</summary>
public static class ScoreCsv
{
    private static readonly IReadOnlyList<CsvColumn<Row>> Columns =
    [
        new("part", "string", "which reports count: all, proposed, unaided", row => row.Part),
        new("kind", "string", "type, field, agreement, confusion, or total", row => row.Kind),
        new("name", "string", "of what", row => row.Name),
        new("coded_as", "string", "of a confusion: the type that is coded", row => row.CodedAs),
        new("gold", "integer", "reports in the coding against which is measured", row => Format(row.Gold)),
        new("coded", "integer", "reports in the coding that is measured", row => Format(row.Coded)),
        new("matched", "integer", "reports or units in which both agree", row => Format(row.Matched)),
        new("precision", "number", "matched by coded", row => ScoreNumber.Format(row.Precision)),
        new("recall", "number", "matched by gold", row => ScoreNumber.Format(row.Recall)),
        new("f1", "number", "their harmonic mean", row => ScoreNumber.Format(row.F1)),
        new("compared", "integer", "pairs or units that were compared", row => Format(row.Compared)),
        new("share", "number", "of these, the share that agrees", row => ScoreNumber.Format(row.Share)),
        new("kappa", "number", "Cohen's kappa", row => ScoreNumber.Format(row.Kappa)),
        new("alpha", "number", "Krippendorff's alpha", row => ScoreNumber.Format(row.Alpha)),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(Stream output, IReadOnlyList<(string Part, CodingScore Score)> parts) =>
        CsvTable.Write(output, Columns, parts.SelectMany(part => ListRows(part.Part, part.Score)));

    private static IEnumerable<Row> ListRows(string part, CodingScore score) =>
        [
            FromShare(part, "total", score.Total),
            .. score.Types.Select(type => FromShare(part, "type", type)),
            .. score.Fields.Select(field => new Row(part, "field", field.Name)
            {
                Matched = field.Same,
                Compared = field.Compared,
                Share = field.Share,
            }),
            .. score.Agreements.Select(agreement => new Row(part, "agreement", agreement.Of)
            {
                Compared = agreement.Units,
                Share = agreement.Observed,
                Kappa = agreement.Kappa,
                Alpha = agreement.Alpha,
            }),
            .. score.Confusions.Select(confused => new Row(part, "confusion", confused.Gold)
            {
                CodedAs = confused.Coded,
                Compared = confused.Count,
            }),
        ];

    private static Row FromShare(string part, string kind, FoundShare share) =>
        new(part, kind, share.Name)
        {
            Gold = share.Gold,
            Coded = share.Coded,
            Matched = share.Matched,
            Precision = share.Precision,
            Recall = share.Recall,
            F1 = share.F1,
        };

    private static string? Format(long? number) => number is { } value ? CellText.Format(value) : null;

    private sealed record Row(string Part, string Kind, string Name)
    {
        public string? CodedAs { get; init; }

        public long? Gold { get; init; }

        public long? Coded { get; init; }

        public long? Matched { get; init; }

        public double? Precision { get; init; }

        public double? Recall { get; init; }

        public double? F1 { get; init; }

        public long? Compared { get; init; }

        public double? Share { get; init; }

        public double? Kappa { get; init; }

        public double? Alpha { get; init; }
    }
}
