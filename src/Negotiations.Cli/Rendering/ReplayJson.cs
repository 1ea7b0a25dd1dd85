using Negotiations.Coding;

namespace Negotiations.Cli.Rendering;

/// <summary>What a replay did, as JSON.</summary>
internal static class ReplayJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Of(ReplayResult result) => AnswerJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("appended", result.Steps.Sum(step => step.Appended));
        writer.WriteStartArray("files");
        foreach (var step in result.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("file", step.File);
            writer.WriteString("name", step.Name);
            writer.WriteNumber("appended", step.Appended);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("differences");
        foreach (var difference in result.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("where", difference.Where);
            writer.WriteString("field", difference.Field);
            writer.WriteString("stored", difference.Stored);
            writer.WriteString("coded", difference.Coded);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
