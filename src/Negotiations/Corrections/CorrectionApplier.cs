using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations;

/// <summary>A report as its corrections leave it, in two layers: the coder's, and the publisher's on top.</summary>
public static class CorrectionApplier
{
    /// <summary>The report for what a reader could know by a time; null where it is withdrawn.</summary>
    /// <param name="recorded">The event of the report.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="time">The time, or null for everything that is known.</param>
    public static Report? At(RecordedEvent recorded, CorrectionLog corrections, Instant? time)
    {
        if (!corrections.Bears(recorded.Id))
            return (Report)recorded.Event;
        if (corrections.IsWithdrawnByCoder(recorded.Id))
            return null;
        var changes = ListChanges(corrections.CoderInForce(recorded.Id));
        foreach (var publishers in corrections.PublishersInForce(recorded.Id, time))
        {
            if (publishers.Correction is ReportRetracted)
                return null;
            // Where the coder misread the notice, the coder's correction of it takes its place.
            changes.AddRange(ListChanges([publishers, .. corrections.CoderInForce(publishers.EventId)]));
        }

        return Apply((Report)recorded.Event, changes);
    }

    /// <summary>The report as the coder's corrections leave it, without the publisher's.</summary>
    public static Report CodedAs(RecordedEvent recorded, CorrectionLog corrections) =>
        Apply((Report)recorded.Event, ListChanges(corrections.CoderInForce(recorded.Id)));

    /// <summary>
    /// The time of its own at which an entry of a live blog could be known, as the coder's corrections leave it.
    /// </summary>
    internal static Publication? FindKnown(RecordedEvent recorded, CorrectionLog corrections)
    {
        var report = (Report)recorded.Event;
        if (!corrections.Bears(recorded.Id))
            return report.Known;
        // Few corrections are of that field, and to apply the others takes long.
        var changes = ListChanges(corrections.CoderInForce(recorded.Id));
        return changes.Exists(change => change.ContainsKey(KnownField)) ? Apply(report, changes).Known : report.Known;
    }

    /// <summary>
    /// The report without a correction of its fields and with it, in its layer: on the coder's corrections on which it
    /// builds, or on the coder's layer and the publisher's notices before it. Null where it changes no fields.
    /// </summary>
    /// <param name="correction">The correction.</param>
    /// <param name="corrections">All corrections.</param>
    /// <param name="find">Finds an event; null where there is none.</param>
    internal static (Report Before, Report After)? FindChange(
        RecordedCorrection correction,
        CorrectionLog corrections,
        Func<Guid, RecordedEvent?> find
    )
    {
        if (
            correction.Correction is not ReportCorrected
            || find(corrections.ResolveTarget(correction.Correction))?.Event is not Report { Erased: false } report
        )
            return null;
        var earlier = ListEarlier(correction, corrections, find);
        try
        {
            return (Apply(report, ListChanges(earlier)), Apply(report, ListChanges([.. earlier, correction])));
        }
        catch (UnreadableEventException)
        {
            // On what is undone it fitted; on what is left it does not.
            return null;
        }
    }

    private static List<RecordedCorrection> ListEarlier(
        RecordedCorrection correction,
        CorrectionLog corrections,
        Func<Guid, RecordedEvent?> find
    )
    {
        var target = find(correction.Correction.Target)!;
        if (correction.IsPublishers)
            return
            [
                .. corrections.CoderInForce(target.Id),
                .. corrections
                    .PublishersInForce(target.Id, corrections.FindNoticeTime(correction))
                    .Where(IsBefore)
                    .SelectMany(other => corrections.CoderInForce(other.EventId).Prepend(other)),
            ];
        // A coder's correction of a notice lies on what the notice itself said.
        List<RecordedCorrection> below = target.Event is Correction { Erased: false } noticed
            ? [.. ListEarlier(new(target, noticed), corrections, find), new(target, noticed)]
            : [];
        return
        [
            .. below,
            .. corrections
                .CoderChain(target.Id)
                .TakeWhile(other => other.EventId != correction.EventId)
                .Where(other => corrections.IsInForce(other, null)),
        ];

        bool IsBefore(RecordedCorrection other) =>
            (corrections.FindNoticeTime(other), other.EventId).CompareTo(
                (corrections.FindNoticeTime(correction), correction.EventId)
            ) < 0;
    }

    /// <summary>A report with changes, each a set of new values by the names of the fields in JSON.</summary>
    /// <exception cref="UnreadableEventException">The changes do not fit the report.</exception>
    public static Report Apply(Report report, IReadOnlyList<JsonObject> changes)
    {
        if (changes.Count == 0)
            return report;
        var json = (JsonObject)JsonSerializer.SerializeToNode(report, report.GetType(), EventJson.Options)!;
        var type = report.GetType();
        foreach (var change in changes)
        {
            // The details of another type are gone with it, also where a later change goes back to that type.
            if (
                change[TypeField] is { } name
                && ReportTypes.Find(name.GetValue<string>()) is { } other
                && other != type
            )
            {
                type = other;
                Remove(json, ListForeignFields(json, type));
                foreach (var field in ListOptionalFields(type).Where(field => !json.ContainsKey(field)).ToList())
                    json[field] = null;
            }

            foreach (var (field, value) in change)
                json[field] = value?.DeepClone();
            json.Remove(TypeField);
        }

        // Where a change of the type was undone, details that were given to that type alone may remain.
        Remove(json, ListForeignFields(json, type).Where(field => changes.Any(change => change.ContainsKey(field))));
        try
        {
            return (Report)json.Deserialize(type, EventJson.Options)!;
        }
        catch (JsonException exception)
        {
            throw new UnreadableEventException(
                $"a correction of the report '{report.Article}#{report.Id}' does not fit it: {exception.Message}"
            );
        }
    }

    /// <summary>The fields that say which report it is: no correction changes them.</summary>
    public static IReadOnlyList<string> Fixed { get; } = ["id", "article", "version", "negotiation", "format"];

    private static readonly string KnownField = JsonNamingPolicy.CamelCase.ConvertName(nameof(Report.Known));

    /// <summary>The field of a change that gives the report another event type.</summary>
    public const string TypeField = "type";

    /// <summary>Whether reports of a type have a field.</summary>
    public static bool HasField(string field, Type type) => ListFields(type).Contains(field);

    private static readonly ConcurrentDictionary<Type, HashSet<string>> Fields = new();

    private static HashSet<string> ListFields(Type type) =>
        Fields.GetOrAdd(
            type,
            static type =>
                type.GetProperties()
                    .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
                    .ToHashSet(StringComparer.Ordinal)
        );

    // What must be there, if only as null: nothing is said of it where the type is new.
    private static IEnumerable<string> ListOptionalFields(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return type.GetProperties()
            .Where(property =>
                property.IsDefined(typeof(RequiredMemberAttribute))
                && nullability.Create(property).WriteState == NullabilityState.Nullable
            )
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
    }

    private static IEnumerable<string> ListForeignFields(JsonObject json, Type type)
    {
        var fields = ListFields(type);
        return json.Select(member => member.Key).Where(field => !fields.Contains(field));
    }

    private static void Remove(JsonObject json, IEnumerable<string> fields)
    {
        foreach (var field in fields.ToList())
            json.Remove(field);
    }

    private static List<JsonObject> ListChanges(IEnumerable<RecordedCorrection> corrections) =>
        [
            .. corrections
                .Select(correction => correction.Correction)
                .OfType<ReportCorrected>()
                .Select(correction => correction.Changes),
        ];
}
