namespace Negotiations.Formats;

/// <summary>The reports of an answer as a table: one row for each, by what was known first.</summary>
public static class ReportsCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<CsvColumn<VisibleReport>> Columns(ExportSource exported) =>
        [
            .. Identity,
            .. Article(exported.Answer),
            .. Act(new NameIndex(exported.Answer.Definition)),
            .. Source,
            .. Place,
            .. Grades,
            .. QuestionColumns.Create<VisibleReport>(exported.Header),
        ];

    /// <summary>Writes the table.</summary>
    public static void Write(Stream output, ExportSource exported, CancellationToken cancellationToken = default) =>
        CsvTable.Write(output, Columns(exported), exported.Answer.Reports, cancellationToken);

    private static IEnumerable<CsvColumn<VisibleReport>> Identity =>
        [
            new("event_id", "string", "identifier of the report's event, a UUID", row => row.EventId.ToString("D")),
            new("report", "string", "its short form, article#report", row => EventReference.Format(row.Report)),
            new("position", "integer", "the position at which it was recorded", row =>
                CellText.Format(row.Recorded.Position)
            ),
        ];

    private static IEnumerable<CsvColumn<VisibleReport>> Article(Answer answer) =>
        [
            new("article", "string", "identifier of the article", row => row.Report.Article),
            new("version", "string", "version of the article", row => row.Report.Version),
            new("outlet", "string", "identifier of the outlet", row => row.Version.Outlet.Id),
            new("title", "string", "title of the article, in our own words", row => row.Version.Title),
            new("url", "string", "address of the article", row => row.Version.Url),
            new("text_sha256", "string", "SHA-256 of the normalised text, the text itself is not here", row =>
                row.Version.Text.Sha256
            ),
            new("known", "dateTime", "when a reader could know the report", row =>
                CellText.Format(row.KnownFrom, answer.Zone)
            ),
            new("known_basis", "string", "stated or assumed", row => EnumText.Format(row.Publication.Basis)),
        ];

    private static IEnumerable<CsvColumn<VisibleReport>> Act(NameIndex names) =>
        [
            new("type", "string", "type of report (docs/catalogue.md)", row => row.Report.GetType().Name),
            new("actor", "string", "who acted or spoke", row => row.Report.Actor?.Id),
            new("actor_written", "string", "the form of the actor in the article", row => row.Report.Written),
            new("joint", "string", "who did it together with the actor, a list", row =>
                CellText.Format(row.Report.Joint?.Select(doer => doer.Name))
            ),
            new("side", "string", "the actor's side", row => row.Report.Side?.Id),
            new("side_name", "string", "the name of this side", row =>
                row.Report.Side is { } side ? names.DisplayName(side.Id) : null
            ),
            new(
                "joint_sides",
                "string",
                "the sides of those who did it together with the actor, a list, empty where one is not known",
                row => CellText.Format((row.Report.Joint ?? []).Select(doer => doer.Side?.Id ?? ""))
            ),
            new("joint_side_names", "string", "the names of these sides, a list", row =>
                CellText.Format(
                    (row.Report.Joint ?? []).Select(doer => doer.Side is { } side ? names.DisplayName(side.Id) : "")
                )
            ),
            new("target", "string", "counterparty or addressee", row => row.Report.Target?.Id),
            new("others", "string", "further participants, a list", row => CellText.Format(row.Report.Others)),
            new("round", "string", "round of talks", row => row.Report.Round),
            new("further_rounds", "string", "the other rounds of which the text speaks, a list", row =>
                CellText.Format(row.Report.FurtherRounds ?? [])
            ),
            new("issue", "string", "the issue on which it bears", row => row.Report.Issue?.Id),
            new("ended", "boolean", "whether the text says that it no longer holds", row =>
                CellText.Format(row.Report.Ended)
            ),
            new("act", "string", "key of the act, the same in every report of it", row => row.Report.Act),
            new("happened", "string", "date of the act in EDTF (ISO 8601-2)", row =>
                CellText.Format(row.Report.Happened)
            ),
            new("happened_earliest", "date", "the first day that this date admits", row =>
                CellText.Format(row.Report.Happened?.Bounds.Earliest)
            ),
            new("happened_latest", "date", "the last day that this date admits", row =>
                CellText.Format(row.Report.Happened?.Bounds.Latest)
            ),
            new("time_of_day", "string", "time of day of the act", row => row.Report.TimeOfDay),
            new("looking_back", "boolean", "whether the text looks back on the act", row =>
                CellText.Format(row.Report.LookingBack)
            ),
            new("covers", "string", "the days whose news the article tells, in EDTF", row =>
                CellText.Format(row.Report.Covers)
            ),
            new("summary", "string", "the report in one sentence of our own", row => row.Report.Summary),
            new("details", "json", "what is peculiar to the type, a JSON object", row =>
                ReportDetails.Extract(row.Report).ToJsonString(EventJson.Options)
            ),
        ];

    private static IEnumerable<CsvColumn<VisibleReport>> Source =>
        [
            new("standing", "string", "own, observed, own-unnamed or other", row =>
                EnumText.Format(row.Report.Standing)
            ),
            new("standing_derived", "boolean", "whether the standing follows from actor, chain and sides", row =>
                CellText.Format(row.Report.StandingIsDerived)
            ),
            new("modality", "string", "what the source commits itself to", row => EnumText.Format(row.Report.Modality)),
            new("certainty", "integer", "how sure the coder is of the coding, 1 to 5", row =>
                CellText.Format(row.Report.Certainty)
            ),
            new("origin", "string", "where it comes from in the end; corroboration counts these", row =>
                Origin.Find(row)?.Id
            ),
            new("origin_named", "boolean", "whether the origin has a name, so that it can corroborate", row =>
                Origin.Find(row) is { } origin ? CellText.Format(origin.IsNamed) : null
            ),
            new("chain", "string", "chain of attribution, from the origin to the outlet", row =>
                CellText.Format(row.Report.Chain)
            ),
        ];

    private static IEnumerable<CsvColumn<VisibleReport>> Place =>
        [
            new("evidence", "string", "where in the normalised text it stands, in code points, a list", row =>
                CellText.Format(row.Report.Evidence)
            ),
            new("evidence_sha256", "string", "SHA-256 of each of these stretches, a list", row =>
                CellText.Format(row.Report.Evidence.Select(span => span.Sha256))
            ),
            new("preceded_by", "string", "reports of the same version that the text puts earlier, a list", row =>
                CellText.Format(row.Report.PrecededBy ?? [])
            ),
            new("fate", "string", "what became of it in later versions: carried, notCompared or dropped", row =>
                EnumText.Format(row.Fate)
            ),
            new("corrections", "string", "corrections that bear on it, identifiers of events, a list", row =>
                CellText.Format(row.Corrections)
            ),
        ];

    // Item by item of one grade: the lists of a row are as long as each other.
    private static IEnumerable<CsvColumn<VisibleReport>> Grades =>
        [
            new(
                "reliability",
                "string",
                "reliability of the source in this case by the Admiralty code, A to F, a list, empty "
                    + "where only the report is graded",
                row => CellText.Format(ListGrades(row).Select(grade => grade.Reliability?.ToString() ?? ""))
            ),
            new(
                "credibility",
                "string",
                "credibility of the report by the Admiralty code, 1 to 6, a list, empty where only "
                    + "the source is graded",
                row =>
                    CellText.Format(
                        ListGrades(row)
                            .Select(grade => grade.Credibility is { } credibility ? CellText.Format(credibility) : "")
                    )
            ),
            new("graded_by", "string", "who gave each of these grades, a list", row =>
                CellText.Format(ListGrades(row).Select(grade => grade.By))
            ),
        ];

    private static IReadOnlyList<Grade> ListGrades(VisibleReport row) => row.Report.Grades ?? [];
}
