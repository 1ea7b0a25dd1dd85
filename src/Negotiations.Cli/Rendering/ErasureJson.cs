using System.Text.Json;
using Negotiations.Postgres;

namespace Negotiations.Cli.Rendering;

/// <summary>What an erasure comes to, as JSON.</summary>
internal static class ErasureJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="exports">What was handed out with the events in it.</param>
    /// <param name="isDone">Whether the events were erased.</param>
    public static string Of(string negotiation, ErasurePlan plan, IReadOnlyList<RecordedExport> exports, bool isDone) => AnswerJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("talks", negotiation);
        writer.WriteBoolean("done", isDone);
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
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<RecordedEvent> events)
    {
        writer.WriteStartArray(name);
        foreach (var recorded in events)
        {
            writer.WriteStartObject();
            writer.WriteString("event", recorded.Id);
            writer.WriteString("name", ShortForm.WithVersionOf(recorded.Event));
            writer.WriteNumber("position", recorded.Position);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
