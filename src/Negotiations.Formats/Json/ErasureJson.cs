using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>What an erasure comes to, as JSON.</summary>
public static class ErasureJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="exports">What was handed out with the events in it.</param>
    /// <param name="remains">What is left of the erased events; null where they were not erased.</param>
    public static string Write(
        string negotiation,
        ErasurePlan plan,
        IReadOnlyList<RecordedExport> exports,
        ErasureRemains? remains
    ) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", negotiation);
            writer.WriteBoolean("done", remains is not null);
            Write(writer, "events", plan.Events);
            Write(writer, "stillNamedIn", plan.StillNamedIn);
            writer.WriteStartArray("exports");
            foreach (var recorded in exports)
            {
                writer.WriteStartObject();
                writer.WriteString("at", recorded.At.ToString());
                writer.WriteString("format", recorded.Export.Format);
                writer.WriteNumber("position", recorded.Export.Position);
                writer.WriteString("bounds", recorded.Export.Bounds);
                writer.WriteString("destination", recorded.Export.Destination);
                writer.WriteString("sha256", Convert.ToHexStringLower(recorded.Export.Sha256.Span));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            if (remains is not null)
                Write(writer, remains);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<RecordedEvent> events)
    {
        writer.WriteStartArray(name);
        foreach (var recorded in events)
        {
            writer.WriteStartObject();
            writer.WriteString("event", recorded.Id);
            writer.WriteString("name", EventReference.FormatWithVersion(recorded.Event));
            writer.WriteNumber("position", recorded.Position);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What is left of all that was erased so far.</summary>
    public static string Write(ErasureRemains remains) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            Write(writer, remains);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, ErasureRemains remains)
    {
        writer.WriteStartObject("remains");
        Write(writer, "tables", remains.Tables);
        Write(writer, "heldBy", remains.HeldBy);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
