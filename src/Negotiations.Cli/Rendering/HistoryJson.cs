using System.Text.Json;

namespace Negotiations.Cli.Rendering;

/// <summary>A history as JSON (<c>docs/schema/history.schema.json</c>).</summary>
internal static class HistoryJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Of(History history) => AnswerJson.Write(writer =>
    {
        var answer = history.Answer;
        writer.WriteStartObject();
        writer.WriteString("talks", answer.Asked.Negotiation);
        AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
        writer.WriteString("prefix", history.Prefix);
        AnswerJson.WriteAnswered(writer, answer);
        writer.WriteStartArray("changes");
        foreach (var change in history.Changes)
        {
            writer.WriteStartObject();
            writer.WriteString("known", Bound.Format(change.Known, answer.Zone));
            writer.WriteString("key", change.Key);
            WriteState(writer, "before", change.Before);
            WriteState(writer, "after", change.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void WriteState(Utf8JsonWriter writer, string name, Fact? fact)
    {
        if (fact is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WritePropertyName("value");
        using (var value = JsonDocument.Parse(fact.Value.Json)) value.WriteTo(writer);
        writer.WriteString("standing", Text.Of(fact.Standing));
        AnswerJson.WriteStrings(writer, "because", fact.Because.Select(id => id.ToString()));
        AnswerJson.WriteStrings(writer, "against", fact.Against.Select(id => id.ToString()));
        writer.WriteBoolean("disputed", fact.Disputed);
        writer.WriteEndObject();
    }
}
