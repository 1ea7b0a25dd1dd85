namespace Negotiations.Formats;

/// <summary>
/// The acts of an answer as coded events: one row for each act and scheme, in the order in which they happened.
/// </summary>
/// <remarks>Acts, not reports: however many papers carry it, an act is one event.</remarks>
public static class EventsCsv
{
    private static readonly EventScheme[] Schemes = [EventScheme.Cameo, EventScheme.Plover];

    /// <summary>The rows, in order.</summary>
    public static IEnumerable<CodedRow> Rows(Answer answer) =>
        CodedAct.From(answer).SelectMany(act => Schemes.Select(scheme => new CodedRow(act, scheme)));

    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<CsvColumn<CodedRow>> Columns(ExportSource exported) =>
        [
            .. Code(exported.Header),
            .. Actors(new NameIndex(exported.Answer.Definition)),
            .. Dates(exported.Answer),
            .. Sources,
            .. QuestionColumns.Create<CodedRow>(exported.Header),
        ];

    /// <summary>Writes the table.</summary>
    public static void Write(Stream output, ExportSource exported, CancellationToken cancellationToken = default) =>
        CsvTable.Write(output, Columns(exported), Rows(exported.Answer), cancellationToken);

    private static IEnumerable<CsvColumn<CodedRow>> Code(ExportHeader header) =>
        [
            new("event_id", "string", "negotiation/act, the same in every scheme and every export", row =>
                $"{header.Negotiation}/{row.Act.Act.Key}"
            ),
            new("act", "string", "key of the act", row => row.Act.Act.Key),
            new("scheme", "string", "CAMEO or PLOVER", row => row.Scheme.Name),
            new("scheme_version", "string", "version of the scheme", row => row.Scheme.Version),
            new(
                "code",
                "string",
                "the code, text with its leading zeros; of PLOVER the event; empty where there is none",
                row => row.Code
            ),
            new("mode", "string", "mode, in PLOVER", row => row.Mode),
            new("context", "string", "context, in PLOVER", row => row.Context),
            new("fit", "string", "exact, nearest or none", row => EnumText.Format(row.Fit)),
            new("note", "string", "what the code does not say, or why there is none", row => row.Act.Code.Note),
            new("type", "string", "type of report from which the code follows (docs/catalogue.md)", row =>
                row.Act.Report.Report.GetType().Name
            ),
        ];

    private static IEnumerable<CsvColumn<CodedRow>> Actors(NameIndex names) =>
        [
            new("source", "string", "who acts; where the text names nobody, the side", row =>
                (row.Act.Report.Report.Actor ?? row.Act.Report.Report.Side)?.Id
            ),
            new("source_side", "string", "the side of who acts", row => row.Act.Report.Report.Side?.Id),
            new("source_side_name", "string", "the name of this side", row =>
                row.Act.Report.Report.Side is { } side ? names.DisplayName(side.Id) : null
            ),
            new("source_iso", "string", "the code of this side by ISO 3166-1, from the negotiation's file", row =>
                FindCodes(row.Act.Report.Report.Side?.Id, names)?.Iso
            ),
            new("source_cameo", "string", "the code of this side by CAMEO, from the negotiation's file", row =>
                FindCodes(row.Act.Report.Report.Side?.Id, names)?.Cameo
            ),
            new("joint", "string", "who does it together with the source, a list", row =>
                CellText.Format(row.Act.Report.Report.Joint?.Select(doer => doer.Name))
            ),
            new("target", "string", "whom it is done to", row => row.Act.Report.Report.Target?.Id),
            new("target_side", "string", "the side of the target, by the negotiation's file", row =>
                FindTargetSide(row, names)
            ),
            new("target_side_name", "string", "the name of this side", row =>
                FindTargetSide(row, names) is { } side ? names.DisplayName(side) : null
            ),
            new("target_iso", "string", "the code of this side by ISO 3166-1, from the negotiation's file", row =>
                FindCodes(FindTargetSide(row, names), names)?.Iso
            ),
            new("target_cameo", "string", "the code of this side by CAMEO, from the negotiation's file", row =>
                FindCodes(FindTargetSide(row, names), names)?.Cameo
            ),
            new("participants", "string", "those who act with each other, a list: talks and meetings", row =>
                CellText.Format(row.Act.Participants)
            ),
            new("round", "string", "round of talks", row => row.Act.Report.Report.Round),
            new("further_rounds", "string", "the other rounds of which the text speaks, a list", row =>
                CellText.Format(row.Act.Report.Report.FurtherRounds ?? [])
            ),
            new("issue", "string", "the issue on which it bears", row => row.Act.Report.Report.Issue?.Id),
        ];

    private static string? FindTargetSide(CodedRow row, NameIndex names) =>
        row.Act.Report.Report.Target is { } target ? names.FindSide(target.Id) : null;

    private static PartyCodes? FindCodes(string? side, NameIndex names) =>
        side is null ? null : names.WithId(side)?.Codes;

    private static IEnumerable<CsvColumn<CodedRow>> Dates(Answer answer) =>
        [
            new("date", "string", "date of the act in EDTF (ISO 8601-2)", row =>
                CellText.Format(row.Act.Act.Date.Text)
            ),
            new("date_earliest", "date", "the first day on which it can have happened", row =>
                CellText.Format(row.Act.Act.Date.Bounds.Earliest)
            ),
            new("date_latest", "date", "the last day on which it can have happened", row =>
                CellText.Format(row.Act.Act.Date.Bounds.Latest)
            ),
            new("date_disputed", "boolean", "whether the reports contradict each other on the date", row =>
                CellText.Format(row.Act.Act.Date.Disputed)
            ),
            new("known", "dateTime", "when the act became known", row =>
                CellText.Format(row.Act.Act.First.KnownFrom, answer.Zone)
            ),
        ];

    private static IEnumerable<CsvColumn<CodedRow>> Sources =>
        [
            new("modality", "string", "what the source commits itself to", row =>
                EnumText.Format(row.Act.Report.Report.Modality)
            ),
            new("standing", "string", "own, observed, own-unnamed or other", row =>
                EnumText.Format(row.Act.Report.Report.Standing)
            ),
            new("origins", "integer", "number of independent origins of the reports that do not deny it", row =>
                CellText.Format(Origin.Count(row.Act.Affirming))
            ),
            new("reports", "integer", "number of reports", row => CellText.Format(row.Act.Act.Reports.Count)),
            new("denials", "integer", "number of reports that deny it", row =>
                CellText.Format(row.Act.Act.Reports.Count - row.Act.Affirming.Count())
            ),
            new("articles", "integer", "number of articles that report it", row =>
                CellText.Format(row.Act.Act.Reports.Select(report => report.Report.Article).Distinct().Count())
            ),
            new("report_ids", "string", "the reports, identifiers of events, a list", row =>
                CellText.Format(row.Act.Act.Reports.Select(report => report.EventId))
            ),
            new("summary", "string", "the act in one sentence of our own", row => row.Act.Report.Report.Summary),
        ];
}
