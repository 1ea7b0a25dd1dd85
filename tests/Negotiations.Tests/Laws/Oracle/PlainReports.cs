using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>
/// What a reader could know of the reports at a time: field by field in two layers, the coder's and the publisher's.
/// </summary>
internal class PlainReports(IReadOnlyList<RecordedEvent> log, PlainCorrections corrections)
{
    public PlainCorrections Corrections { get; } = corrections;

    /// <summary>The versions of articles with the times of publication that count.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions { get; } =
    [
        .. log.Where(one => one.Event is ArticleVersionPublished)
            .Select(one =>
            {
                var version = (ArticleVersionPublished)one.Event;
                return version with { Published = corrections.ResolvePublication(one.Id, version.Published) };
            }),
    ];

    /// <summary>A report at a time; null where it is withdrawn.</summary>
    public virtual Report? At(RecordedEvent recorded, Instant? time)
    {
        if (Corrections.IsWithdrawn(recorded.Id))
            return null;
        var publishers = Corrections.FindPublishers(recorded.Id, time).ToList();
        if (publishers.Any(one => one.Correction is ReportRetracted))
            return null;
        // A notice that was misread says what the coder's correction of it says.
        var notices = publishers.Select(one =>
            Merged([
                ((ReportCorrected)one.Correction).Changes,
                .. Corrections.FindCoders(one.Id).OfType<ReportCorrected>().Select(c => c.Changes),
            ])
        );
        return With(AsCoded(recorded), notices);
    }

    /// <summary>
    /// The time from which the report is known: its own or that of its version, as the coder corrected it.
    /// </summary>
    public virtual Publication FindPublication(RecordedEvent recorded)
    {
        var report = AsCoded(recorded);
        return report.Known ?? FindVersion(report).Published;
    }

    /// <summary>A report in the coder's layer alone.</summary>
    public Report AsCoded(RecordedEvent recorded) =>
        With(
            (Report)recorded.Event,
            Corrections.FindCoders(recorded.Id).OfType<ReportCorrected>().Select(one => one.Changes)
        );

    public ArticleVersionPublished FindVersion(Report report) =>
        Versions.Single(version => version.Article == report.Article && version.Version == report.Version);

    private static JsonObject Merged(IEnumerable<JsonObject> changes)
    {
        var merged = new JsonObject();
        foreach (var (field, value) in changes.SelectMany(change => change))
            merged[field] = value?.DeepClone();
        return merged;
    }

    // One change after the other; the details of a type go with it.
    private static Report With(Report report, IEnumerable<JsonObject> changes)
    {
        var type = report.GetType();
        var (fields, isChanged) = (JsonSerializer.SerializeToNode(report, type, EventJson.Options)!.AsObject(), false);
        foreach (var change in changes)
        {
            isChanged = true;
            var next = change["type"] is { } name
                ? ReportTypes.All.Single(other => other.Name == name.GetValue<string>())
                : type;
            if (next != type)
                fields = KeepFields(next, fields);
            type = next;
            fields = Merged([fields, change]);
        }

        return isChanged ? (Report)KeepFields(type, fields).Deserialize(type, EventJson.Options)! : report;
    }

    private static JsonObject KeepFields(Type type, JsonObject fields)
    {
        var left = new JsonObject();
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            var isNull =
                property.IsDefined(typeof(RequiredMemberAttribute))
                && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
            if (fields.ContainsKey(name) || isNull)
                left[name] = fields[name]?.DeepClone();
        }

        return left;
    }
}
