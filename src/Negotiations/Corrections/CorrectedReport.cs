using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations;

/// <summary>A report as its corrections leave it, in two layers: the coder's, and the publisher's on top.</summary>
public static class CorrectedReport
{
    /// <summary>The report for what a reader could know by a time; null where it is withdrawn.</summary>
    /// <param name="recorded">The event of the report.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="time">The time, or null for everything that is known.</param>
    public static Report? At(RecordedEvent recorded, CorrectionLog corrections, Instant? time)
    {
        if (corrections.IsWithdrawnByCoder(recorded.Id)) return null;
        var changes = ChangesOf(corrections.CoderInForce(recorded.Id));
        foreach (var publishers in corrections.PublishersInForce(recorded.Id, time))
        {
            if (publishers.Correction is ReportRetracted) return null;
            // Where the coder misread the notice, the coder's correction of it takes its place.
            changes.AddRange(ChangesOf([publishers, .. corrections.CoderInForce(publishers.EventId)]));
        }

        return Apply((Report)recorded.Event, changes);
    }

    /// <summary>The report as the coder's corrections leave it, without the publisher's.</summary>
    public static Report CodedAs(RecordedEvent recorded, CorrectionLog corrections) =>
        Apply((Report)recorded.Event, ChangesOf(corrections.CoderInForce(recorded.Id)));

    /// <summary>A report with changes, each a set of new values by the names of the fields in JSON.</summary>
    /// <exception cref="UnreadableEventException">The changes do not fit the report.</exception>
    public static Report Apply(Report report, IReadOnlyList<JsonObject> changes)
    {
        if (changes.Count == 0) return report;
        var json = (JsonObject)JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!;
        var type = report.GetType();
        foreach (var (field, value) in changes.SelectMany(change => change))
        {
            if (field == TypeField) type = EventTypes.FindReport(value!.GetValue<string>()) ?? type;
            else json[field] = value?.DeepClone();
        }

        // The details of another type are gone with it.
        if (type != report.GetType())
        {
            var fields = FieldsOf(type);
            foreach (var field in json.Select(member => member.Key).Where(field => !fields.Contains(field)).ToList()) json.Remove(field);
        }

        try
        {
            return (Report)json.Deserialize(type, EventJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw new UnreadableEventException($"a correction of the report '{report.Article}#{report.Id}' does not fit it: {exception.Message}");
        }
    }

    /// <summary>The fields that say which report it is: no correction changes them.</summary>
    public static IReadOnlyList<string> Fixed { get; } = ["id", "article", "version", "negotiation", "format"];

    /// <summary>Whether reports of every type have a field.</summary>
    public static bool IsOfEvery(string field) => Common.Contains(field);

    private static readonly HashSet<string> Common = FieldsOf(typeof(Report));

    private static HashSet<string> FieldsOf(Type type) =>
        type.GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The field of a change that gives the report another event type.</summary>
    public const string TypeField = "type";

    private static List<JsonObject> ChangesOf(IEnumerable<RecordedCorrection> corrections) =>
        [.. corrections.Select(correction => correction.Correction).OfType<ReportCorrected>().Select(correction => correction.Changes)];
}
