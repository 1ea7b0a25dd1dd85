using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>What a reader could know of the reports at a time: field by field in two layers, the coder's and the publisher's.</summary>
internal class PlainReports(IReadOnlyList<RecordedEvent> log, PlainCorrections corrections)
{
    public PlainCorrections Corrections { get; } = corrections;

    /// <summary>The versions of articles with the times of publication that count.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions { get; } =
        [.. log.Where(one => one.Event is ArticleVersionPublished).Select(one =>
        {
            var version = (ArticleVersionPublished)one.Event;
            return version with { Published = corrections.TimeOf(one.Id, version.Published) };
        })];

    /// <summary>A report at a time; null where it is withdrawn.</summary>
    public virtual Report? At(RecordedEvent recorded, Instant? time)
    {
        if (Corrections.IsWithdrawn(recorded.Id)) return null;
        var publishers = Corrections.PublishersOf(recorded.Id, time).ToList();
        if (publishers.Any(one => one.Correction is ReportRetracted)) return null;
        var coders = Corrections.CodersOf(recorded.Id).OfType<ReportCorrected>().Select(one => one.Changes);
        // A notice that was misread says what the coder's correction of it says.
        var notices = publishers.Select(one => Merged([((ReportCorrected)one.Correction).Changes, .. Corrections.CodersOf(one.Id).OfType<ReportCorrected>().Select(c => c.Changes)]));
        return With((Report)recorded.Event, Layered(Merged(coders), notices));
    }

    /// <summary>The time from which the report is known: its own or that of its version, as the coder corrected it.</summary>
    public virtual Publication KnownOf(RecordedEvent recorded)
    {
        var report = AsCoded(recorded);
        return report.Known ?? VersionOf(report).Published;
    }

    /// <summary>A report in the coder's layer alone.</summary>
    public Report AsCoded(RecordedEvent recorded) =>
        With((Report)recorded.Event, Merged(Corrections.CodersOf(recorded.Id).OfType<ReportCorrected>().Select(one => one.Changes)));

    public ArticleVersionPublished VersionOf(Report report) =>
        Versions.Single(version => version.Article == report.Article && version.Version == report.Version);

    /// <summary>The publisher's layer lies on top of the coder's; of the notices the one published last counts.</summary>
    protected virtual JsonObject Layered(JsonObject coders, IEnumerable<JsonObject> notices) => Merged([coders, .. notices]);

    protected static JsonObject Merged(IEnumerable<JsonObject> changes)
    {
        var merged = new JsonObject();
        foreach (var (field, value) in changes.SelectMany(change => change)) merged[field] = value?.DeepClone();
        return merged;
    }

    protected static Report With(Report report, JsonObject changes)
    {
        if (changes.Count == 0) return report;
        var fields = JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!.AsObject();
        return (Report)Merged([fields, changes]).Deserialize(report.GetType(), EventJson.Options)!;
    }
}
