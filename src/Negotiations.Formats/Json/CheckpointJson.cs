using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Checkpoints as JSON.</summary>
public static class CheckpointJson
{
    /// <summary>A checkpoint and its signed text.</summary>
    public static string Write(Checkpoint checkpoint, string text) =>
        AnswerJson.Write(writer =>
        {
            Begin(writer, checkpoint);
            writer.WriteString("text", text);
            writer.WriteEndObject();
        });

    /// <summary>A checkpoint, and how the record contradicts it or itself.</summary>
    public static string Write(Checkpoint checkpoint, IReadOnlyList<ChainFault> faults) =>
        AnswerJson.Write(writer =>
        {
            Begin(writer, checkpoint);
            writer.WriteBoolean("holds", faults.Count == 0);
            writer.WriteStartArray("problems");
            foreach (var fault in faults)
                writer.WriteStringValue(fault.ToString());
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>The files of a new pair of keys.</summary>
    public static string WriteKeys(string privateKey, string publicKey) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("privateKey", privateKey);
            writer.WriteString("publicKey", publicKey);
            writer.WriteEndObject();
        });

    private static void Begin(Utf8JsonWriter writer, Checkpoint checkpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("first", Convert.ToHexStringLower(checkpoint.First.Span));
        writer.WriteNumber("position", checkpoint.Position);
        writer.WriteString("head", Convert.ToHexStringLower(checkpoint.Head.Span));
        writer.WriteString("at", checkpoint.At.ToString());
    }
}
