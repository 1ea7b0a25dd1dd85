using System.Globalization;

namespace Negotiations.Formats;

/// <summary>The entities: versions of articles, what was said, reports, corrections, facts, and the answer.</summary>
public static class ProvEntities
{
    /// <summary>All of them.</summary>
    public static IEnumerable<ProvRecord> Of(ProvSource source) =>
        [Answer(source.Exported.Header), .. source.Versions.Select(Version), .. source.Reports.SelectMany(report => Report(report, source)),
            .. source.Corrections.Select(Correction), .. source.Exported.Answer.Facts.Select(Fact)];

    private static ProvRecord Answer(ExportHeader header) => new(
        ProvNames.Answer,
        [
            ("prov:type", ProvValue.Name("prov:Collection")),
            ("prov:label", ProvValue.Of(header.Title)),
            .. header.Fields.Where(pair => pair.Name != "title").Select(pair => ($"neg:{pair.Name}", pair.Value is string text ? ProvValue.Of(text) : ProvValue.Of(Convert.ToInt64(pair.Value, CultureInfo.InvariantCulture)))),
        ]);

    private static ProvRecord Version(ProvVersion version) => new(
        ProvNames.Event(version.Recorded.Id),
        ("prov:type", ProvValue.Name("neg:ArticleVersion")),
        ("prov:label", ProvValue.Of(version.Version.Title ?? ShortForm.Of(version.Version))),
        ("neg:article", ProvValue.Of(version.Version.Article)),
        ("neg:version", ProvValue.Of(version.Version.Version)),
        ("neg:url", ProvValue.Of(version.Version.Url)),
        ("neg:textSha256", ProvValue.Of(version.Version.Text.Sha256)),
        ("neg:textLength", ProvValue.Of(version.Version.Text.Length)),
        ("neg:position", ProvValue.Of(version.Recorded.Position)));

    private static IEnumerable<ProvRecord> Report(RecordedEvent recorded, ProvSource source)
    {
        var report = source.AsItStands(recorded);
        yield return new(
            ProvNames.Event(recorded.Id),
            ("prov:type", ProvValue.Name($"neg:{report.GetType().Name}")),
            ("prov:label", ProvValue.Of(report.Summary)),
            ("neg:report", ProvValue.Of(ShortForm.Of(report))),
            ("neg:act", ProvValue.Of(report.Act)),
            ("neg:round", ProvValue.Of(report.Round)),
            ("neg:happened", ProvValue.Of(report.Happened?.Text)),
            ("neg:standing", ProvValue.Of(Text.Of(report.Standing))),
            ("neg:modality", ProvValue.Of(Text.Of(report.Modality))),
            ("neg:grades", ProvValue.Of(report.Grades)),
            ("neg:evidence", ProvValue.Of(CellText.Of(report.Evidence))),
            ("neg:position", ProvValue.Of(recorded.Position)),
            ("neg:stands", ProvValue.Of(source.Visible.ContainsKey(recorded.Id))));
        if (ProvAgents.SpeakerOf(report, recorded.Id) is not null)
        {
            yield return new(
                ProvNames.Statement(recorded.Id),
                ("prov:type", ProvValue.Name("neg:Statement")),
                ("prov:label", ProvValue.Of($"what the origin of {ShortForm.Of(report)} said")));
        }
    }

    private static ProvRecord Correction(RecordedCorrection correction) => new(
        ProvNames.Event(correction.EventId),
        ("prov:type", ProvValue.Name("neg:Correction")),
        ("prov:label", ProvValue.Of(correction.Correction.Reason)),
        ("neg:correction", ProvValue.Of(ShortForm.Of(correction.Correction))),
        ("neg:kind", ProvValue.Of(CorrectionKind.Of(correction.Correction))),
        ("neg:by", ProvValue.Of(Text.Of(correction.Correction.By))),
        ("neg:notice", ProvValue.Of(correction.Correction.Notice?.Reference)),
        ("neg:changes", ProvValue.Of((correction.Correction as ReportCorrected)?.Changes.ToJsonString(EventJson.Options))),
        ("neg:position", ProvValue.Of(correction.Recorded.Position)));

    private static ProvRecord Fact(Fact fact) => new(
        ProvNames.Fact(fact.Key),
        ("prov:type", ProvValue.Name("neg:Fact")),
        ("prov:label", ProvValue.Of(fact.Key)),
        ("prov:value", ProvValue.Of(fact.Value.Json)),
        ("neg:standing", ProvValue.Of(Text.Of(fact.Standing))),
        ("neg:happened", ProvValue.Of(CellText.Of(fact.Happened))),
        ("neg:origins", ProvValue.Of(fact.Origins)),
        ("neg:disputed", ProvValue.Of(fact.Disputed)));
}
