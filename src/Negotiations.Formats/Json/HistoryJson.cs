using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>A history as JSON (<c>docs/schema/history.schema.json</c>).</summary>
public static class HistoryJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(AnswerHistory history) =>
        AnswerJson.Write(writer =>
        {
            var answer = history.Answer;
            writer.WriteStartObject();
            writer.WriteString("talks", answer.Asked.Negotiation);
            AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
            writer.WriteString("prefix", history.Prefix);
            AnswerJson.WriteAnswered(writer, answer);
            writer.WriteStartArray("changes");
            foreach (var (change, causes) in history.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("known", Bound.Format(change.Known, answer.Zone));
                writer.WriteString("key", change.Key);
                WriteState(writer, "before", change.Before);
                WriteState(writer, "after", change.After);
                AnswerJson.WriteStrings(writer, "causes", causes.Select(cause => cause.EventId.ToString()));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("corrections");
            foreach (var replaced in history.Corrections)
                WriteCorrection(writer, replaced, answer.Zone);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WriteCorrection(Utf8JsonWriter writer, ReplacedValues replaced, DateTimeZone zone)
    {
        writer.WriteStartObject();
        CorrectionJson.WriteFields(writer, replaced.Correction, zone);
        CorrectionJson.WriteChanged(writer, replaced.Fields);
        writer.WriteStartArray("replaced");
        foreach (var effect in replaced.Effects)
        {
            writer.WriteStartObject();
            writer.WriteString("key", effect.Key);
            writer.WriteString("from", Bound.Format(effect.From, zone));
            writer.WriteString("until", effect.Until is { } until ? Bound.Format(until, zone) : null);
            WriteState(writer, "before", effect.Before);
            WriteState(writer, "after", effect.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, string name, Fact? fact)
    {
        if (fact is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WritePropertyName("value");
        using (var value = JsonDocument.Parse(fact.Value.Json))
            value.WriteTo(writer);
        writer.WriteString("standing", EnumText.Format(fact.Standing));
        AnswerJson.WriteStrings(writer, "because", fact.Because.Select(id => id.ToString()));
        AnswerJson.WriteStrings(writer, "datedBy", fact.DatedBy.Select(id => id.ToString()));
        AnswerJson.WriteStrings(writer, "against", fact.Against.Select(id => id.ToString()));
        writer.WriteBoolean("disputed", fact.Disputed);
        writer.WriteEndObject();
    }
}
