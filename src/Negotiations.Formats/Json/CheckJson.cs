using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>What a check of coded files found, as JSON (<c>docs/schema/check.schema.json</c>).</summary>
public static class CheckJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(CodingCheck check) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("files", check.Files);
            writer.WriteStartArray("errors");
            foreach (var error in check.Errors)
            {
                writer.WriteStartObject();
                writer.WriteString("file", error.File);
                writer.WriteNumber("line", error.Line);
                writer.WriteNumber("column", error.Column);
                writer.WriteString("field", error.Field);
                writer.WriteString("message", error.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("warnings");
            foreach (var warning in check.Warnings)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", EnumText.Format(warning.Kind));
                writer.WriteString("file", warning.File);
                writer.WriteNumber("line", warning.Line);
                writer.WriteNumber("column", warning.Column);
                writer.WriteString("field", warning.Field);
                writer.WriteString("message", warning.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            AnswerJson.WriteStrings(writer, "textsNotHeld", check.TextsNotHeld);
            writer.WriteEndObject();
        });
}
