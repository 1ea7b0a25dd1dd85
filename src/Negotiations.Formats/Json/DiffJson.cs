using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>A comparison as JSON (<c>docs/schema/diff.schema.json</c>): a patch of whole facts.</summary>
public static class DiffJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(AnswerDiff comparison) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", comparison.From.Asked.Negotiation);
            writer.WriteString("clock", comparison.Clock);
            writer.WriteString("prefix", comparison.Prefix);
            WriteSide(writer, "from", comparison.From);
            WriteSide(writer, "to", comparison.To);
            writer.WriteStartArray("changes");
            foreach (var change in comparison.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("key", change.Key);
                WriteFact(writer, "before", change.Before, comparison.From.Zone);
                WriteFact(writer, "after", change.After, comparison.To.Zone);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>A property with a whole fact as in the state, or null.</summary>
    public static void WriteFact(Utf8JsonWriter writer, string name, Fact? fact, DateTimeZone zone)
    {
        writer.WritePropertyName(name);
        if (fact is null)
            writer.WriteNullValue();
        else
            AnswerJson.WriteFact(writer, fact, zone);
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, Answer answer)
    {
        writer.WriteStartObject(name);
        AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
        AnswerJson.WriteAnswered(writer, answer);
        writer.WriteEndObject();
    }
}
