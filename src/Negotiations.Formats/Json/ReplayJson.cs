using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>What a replay did, as JSON.</summary>
public static class ReplayJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="result">What was done, or would be.</param>
    /// <param name="isRehearsed">Whether nothing was appended.</param>
    public static string Write(ReplayResult result, bool isRehearsed) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("dryRun", isRehearsed);
            writer.WriteNumber("appended", result.Steps.Sum(step => step.Appended));
            writer.WriteStartArray("files");
            var files = result.Files.ToLookup(file => file.File);
            foreach (var step in result.Steps)
            {
                writer.WriteStartObject();
                writer.WriteString("file", step.File);
                writer.WriteString("name", step.Name);
                writer.WriteNumber("appended", step.Appended);
                var file = files[step.File].FirstOrDefault();
                AnswerJson.WriteStrings(
                    writer,
                    "events",
                    (file?.Append ?? []).Select(added => EventReference.FormatWithVersion(added.Event))
                );
                AnswerJson.WriteStrings(writer, "corrections", (file?.Corrections ?? []).Select(EventReference.Format));
                writer.WriteStartArray("corrected");
                foreach (var added in (file?.Append ?? []).Where(added => added.Event is Correction))
                {
                    writer.WriteStartObject();
                    writer.WriteString("correction", EventReference.Format(added.Event));
                    CorrectionJson.WriteChanged(writer, file!.Fields.GetValueOrDefault(added.Id, []));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                AnswerJson.WriteStrings(
                    writer,
                    "changed",
                    (file?.Effects ?? []).Select(effect => effect.Key).Distinct()
                );
                AnswerJson.WriteStrings(
                    writer,
                    "changedByHappened",
                    (file?.HappenedEffects ?? []).Select(effect => effect.Key)
                );
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
                writer.WriteString(
                    "overlooked",
                    (difference.Overlooked ?? difference.Contended?.Correction) is { } overlooked
                        ? EventReference.Format(overlooked)
                        : null
                );
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("warnings");
            foreach (var warning in result.Warnings)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", EnumText.Format(warning.Kind));
                writer.WriteString("file", warning.File);
                writer.WriteNumber("line", warning.Line);
                writer.WriteString("field", warning.Field);
                writer.WriteString("message", warning.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
