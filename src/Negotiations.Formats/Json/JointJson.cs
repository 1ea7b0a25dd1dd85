using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Those who did an act together with its actor, as JSON.</summary>
internal static class JointJson
{
    /// <summary>The property <c>joint</c>: each with the side, and the name of the side.</summary>
    public static void Write(Utf8JsonWriter writer, Report report, NameIndex names)
    {
        writer.WriteStartArray("joint");
        foreach (var doer in report.Joint ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("actor", doer.Name.Id);
            writer.WriteString("side", doer.Side?.Id);
            writer.WriteString("sideName", doer.Side is { } side ? names.DisplayName(side.Id) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
