using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>A field as it was before a correction, and as it is with it.</summary>
/// <param name="Field">The field, by its name in a coded file; <c>published</c> for a time of publication.</param>
/// <param name="Before">What it said before the correction, in its layer; null where it said nothing.</param>
/// <param name="After">What it says with it; null where it says nothing.</param>
public sealed record ChangedField(string Field, object? Before, object? After)
{
    /// <summary>A value of the field as JSON, as in the JSON of a report.</summary>
    public static JsonNode? Serialize(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);

    /// <summary>
    /// The fields that a correction changes, in the order of a coded file; for an undo those that it turns back. Empty
    /// for a retraction and a link.
    /// </summary>
    /// <remarks>Whether the correction is in force plays no part: it is what whoever made it wanted.</remarks>
    /// <param name="correction">The correction.</param>
    /// <param name="log">A log that has it.</param>
    public static IReadOnlyList<ChangedField> FindAll(RecordedCorrection correction, NegotiationLog log) =>
        correction.Correction switch
        {
            CorrectionUndone undo
                when log.Find(undo.Target) is { Event: Correction { Erased: false } undone } recorded =>
            [
                .. FindAll(new(recorded, undone), log)
                    .Select(changed => new ChangedField(changed.Field, changed.After, changed.Before)),
            ],
            PublicationCorrected moved
                when FindPublicationBefore(correction, log) is { } before && before != moved.Published =>
            [
                new("published", before, moved.Published),
            ],
            ReportCorrected
                when CorrectionApplier.FindChange(correction, log.Timeline.Corrections, log.Find)
                    is var (before, after) => [.. Compare(before, after)],
            _ => [],
        };

    private static Publication? FindPublicationBefore(RecordedCorrection correction, NegotiationLog log)
    {
        var corrections = log.Timeline.Corrections;
        Publication? coded = log.Find(correction.Correction.Target)?.Event switch
        {
            ArticleVersionPublished { Erased: false } version => version.Published,
            Correction { Erased: false, Notice: { } notice } => notice.Published,
            _ => null,
        };
        return corrections
            .CoderChain(correction.Correction.Target)
            .TakeWhile(other => other.EventId != correction.EventId)
            .Where(other => corrections.IsInForce(other, null))
            .Select(other => other.Correction)
            .OfType<PublicationCorrected>()
            .LastOrDefault()
            ?.Published
            ?? coded;
    }

    private static IEnumerable<ChangedField> Compare(Report before, Report after)
    {
        var (was, now) = (ListFields(before), ListFields(after));
        return was.Concat(now)
            .Select(field => field.Name)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new ChangedField(name, Find(was, name), Find(now, name)))
            .Where(changed => Serialize(changed.Before)?.ToJsonString() != Serialize(changed.After)?.ToJsonString());

        static object? Find(IReadOnlyList<(string Name, object? Value)> fields, string name) =>
            fields.FirstOrDefault(field => field.Name == name).Value;
    }

    // As a coded file has them: several actors in one field, several rounds in one; the details of the type at the end.
    private static IReadOnlyList<(string Name, object? Value)> ListFields(Report report) =>
        [
            (CorrectionApplier.TypeField, report.GetType().Name),
            .. report
                .GetType()
                .GetProperties()
                .Where(property => !property.IsDefined(typeof(JsonIgnoreAttribute), inherit: true))
                .OrderBy(property => IsDetail(property))
                .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetValue(report)))
                .Where(field => !CorrectionApplier.Fixed.Contains(field.Item1))
                .Where(field => !CorrectionFields.Unwritten.Contains(field.Item1) && field.Item1 != "unknown")
                .Select(field => (field.Item1, WithPartners(field.Item1, field.Item2, report))),
        ];

    private static bool IsDetail(PropertyInfo property) => property.DeclaringType?.IsAbstract == false;

    private static object? WithPartners(string field, object? value, Report report) =>
        (field, report) switch
        {
            ("actor", { Joint: { } joint }) => joint.Select(doer => doer.Name).Prepend(report.Actor).ToList(),
            ("side", { Joint: { } joint })
                when joint.Select(doer => doer.Side).Prepend(report.Side).OfType<Name>().ToList()
                    is { Count: > 0 } sides => sides,
            ("round", { FurtherRounds: { } further }) => further.Prepend(report.Round).ToList(),
            _ => value,
        };
}
