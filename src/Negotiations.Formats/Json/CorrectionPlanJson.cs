using System.Text.Json;
using NodaTime.Text;

namespace Negotiations.Formats;

/// <summary>What a correction comes to, as JSON (<c>docs/schema/correct.schema.json</c>).</summary>
public static class CorrectionPlanJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="position">The position at which the correction was recorded; null where it was not
    /// appended.</param>
    /// <param name="log">The log on which it stands.</param>
    public static string Write(CorrectionPlan plan, long? position, NegotiationLog log) =>
        AnswerJson.Write(writer =>
        {
            var zone = log.Zone;
            writer.WriteStartObject();
            writer.WriteString("talks", plan.Correction.Negotiation);
            writer.WriteStartObject("correction");
            CorrectionJson.WriteFields(writer, plan.Added.Id, plan.Correction, zone);
            writer.WriteEndObject();
            CorrectionJson.WriteChanged(writer, plan.Fields);
            WritePublications(writer, plan, log);
            writer.WritePropertyName("position");
            if (position is { } recorded)
                writer.WriteNumberValue(recorded);
            else
                writer.WriteNullValue();
            writer.WriteStartArray("effects");
            foreach (var effect in plan.Effects)
            {
                writer.WriteStartObject();
                writer.WriteString("key", effect.Key);
                writer.WriteString("from", Bound.Format(effect.From, zone));
                writer.WriteString("until", effect.Until is { } until ? Bound.Format(until, zone) : null);
                DiffJson.WriteFact(writer, "before", effect.Before, zone);
                DiffJson.WriteFact(writer, "after", effect.After, zone);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("happenedEffects");
            foreach (var effect in plan.HappenedEffects)
            {
                writer.WriteStartObject();
                writer.WriteString("key", effect.Key);
                AnswerJson.WriteStrings(writer, "days", effect.Days.Select(day => LocalDatePattern.Iso.Format(day)));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WritePublications(Utf8JsonWriter writer, CorrectionPlan plan, NegotiationLog log)
    {
        if (
            plan.Correction is not PublicationCorrected { Published: var after }
            || CorrectedPublication.Find(log, plan.Correction.Target) is not { } before
        )
        {
            writer.WriteNull("published");
            return;
        }

        writer.WriteStartObject("published");
        CorrectionJson.WritePublication(writer, "before", before, log.Zone);
        CorrectionJson.WritePublication(writer, "after", after, log.Zone);
        writer.WriteEndObject();
    }
}
