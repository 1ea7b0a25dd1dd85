using System.Globalization;

namespace Negotiations.Formats;

/// <summary>The entities: versions of articles, what was said, reports, corrections, facts, and the answer.</summary>
public static class ProvEntities
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProvRecord> Collect(ProvSource source) =>
        [
            Answer(source.Exported.Header),
            .. source.Versions.Select(Version),
            .. source.Reports.SelectMany(report => Report(report, source)),
            .. source.Corrections.Select(Correction),
            .. source.Exported.Answer.Facts.Select(Fact),
        ];

    private static ProvRecord Answer(ExportHeader header) =>
        new(
            ProvNames.Answer,
            [
                ("prov:type", ProvValue.Name("prov:Collection")),
                ("prov:label", ProvValue.From(header.Title)),
                .. header
                    .Fields.Where(pair => pair.Name != "title")
                    .Select(pair =>
                        (
                            $"neg:{pair.Name}",
                            pair.Value is string text
                                ? ProvValue.From(text)
                                : ProvValue.From(Convert.ToInt64(pair.Value, CultureInfo.InvariantCulture))
                        )
                    ),
            ]
        );

    private static ProvRecord Version(ProvVersion version) =>
        new(
            ProvNames.Event(version.Recorded.Id),
            ("prov:type", ProvValue.Name("neg:ArticleVersion")),
            ("prov:label", ProvValue.From(version.Version.Title ?? EventReference.Format(version.Version))),
            ("neg:article", ProvValue.From(version.Version.Article)),
            ("neg:version", ProvValue.From(version.Version.Version)),
            ("neg:url", ProvValue.From(version.Version.Url)),
            ("neg:textSha256", ProvValue.From(version.Version.Text.Sha256)),
            ("neg:textLength", ProvValue.From(version.Version.Text.Length)),
            ("neg:position", ProvValue.From(version.Recorded.Position))
        );

    private static IEnumerable<ProvRecord> Report(RecordedEvent recorded, ProvSource source)
    {
        var report = source.AsItStands(recorded);
        yield return new(
            ProvNames.Event(recorded.Id),
            ("prov:type", ProvValue.Name($"neg:{report.GetType().Name}")),
            ("prov:label", ProvValue.From(report.Summary)),
            ("neg:report", ProvValue.From(EventReference.Format(report))),
            ("neg:act", ProvValue.From(report.Act)),
            ("neg:round", ProvValue.From(report.Round)),
            ("neg:happened", ProvValue.From(report.Happened?.Text)),
            ("neg:standing", ProvValue.From(EnumText.Format(report.Standing))),
            ("neg:modality", ProvValue.From(EnumText.Format(report.Modality))),
            ("neg:grades", ProvValue.From(report.Grades)),
            ("neg:evidence", ProvValue.From(CellText.Format(report.Evidence))),
            ("neg:position", ProvValue.From(recorded.Position)),
            ("neg:stands", ProvValue.From(source.Visible.ContainsKey(recorded.Id)))
        );
        if (ProvAgents.FindSpeaker(report, recorded.Id) is not null)
        {
            yield return new(
                ProvNames.Statement(recorded.Id),
                ("prov:type", ProvValue.Name("neg:Statement")),
                ("prov:label", ProvValue.From($"what the origin of {EventReference.Format(report)} said"))
            );
        }
    }

    private static ProvRecord Correction(RecordedCorrection correction) =>
        new(
            ProvNames.Event(correction.EventId),
            ("prov:type", ProvValue.Name("neg:Correction")),
            ("prov:label", ProvValue.From(correction.Correction.Reason)),
            ("neg:correction", ProvValue.From(EventReference.Format(correction.Correction))),
            ("neg:kind", ProvValue.From(CorrectionFields.Describe(correction.Correction))),
            ("neg:by", ProvValue.From(EnumText.Format(correction.Correction.By))),
            ("neg:notice", ProvValue.From(correction.Correction.Notice?.Reference)),
            (
                "neg:changes",
                ProvValue.From((correction.Correction as ReportCorrected)?.Changes.ToJsonString(EventJson.Options))
            ),
            ("neg:position", ProvValue.From(correction.Recorded.Position))
        );

    private static ProvRecord Fact(Fact fact) =>
        new(
            ProvNames.Fact(fact.Key),
            ("prov:type", ProvValue.Name("neg:Fact")),
            ("prov:label", ProvValue.From(fact.Key)),
            ("prov:value", ProvValue.From(fact.Value.Json)),
            ("neg:standing", ProvValue.From(EnumText.Format(fact.Standing))),
            ("neg:happened", ProvValue.From(CellText.Format(fact.Happened))),
            ("neg:origins", ProvValue.From(fact.Origins)),
            ("neg:disputed", ProvValue.From(fact.Disputed))
        );
}
