using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>The demonstration as JSON: the state, as <c>state</c> gives it, and the comparison of the clocks.</summary>
public static class DemoJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Answer answer, IReadOnlyList<ClockLine> lines) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("state");
            using (var state = JsonDocument.Parse(AnswerJson.Write(answer)))
                state.WriteTo(writer);
            writer.WriteStartArray("clocks");
            foreach (var line in lines)
            {
                writer.WriteStartObject();
                writer.WriteString("clock", line.Clock);
                AnswerJson.WriteAsked(writer, line.Answer.Asked, line.Answer.Zone);
                AnswerJson.WriteAnswered(writer, line.Answer);
                writer.WriteNumber("facts", line.Answer.Facts.Count);
                writer.WriteString("key", line.Key);
                writer.WritePropertyName("value");
                if (line.Fact is null)
                    writer.WriteNullValue();
                else
                    using (var value = JsonDocument.Parse(line.Fact.Value.Json))
                        value.WriteTo(writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
