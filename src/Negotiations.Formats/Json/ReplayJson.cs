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
            foreach (var step in result.Steps)
            {
                writer.WriteStartObject();
                writer.WriteString("file", step.File);
                writer.WriteString("name", step.Name);
                writer.WriteNumber("appended", step.Appended);
                var file = result.Files.FirstOrDefault(file => file.File == step.File);
                AnswerJson.WriteStrings(
                    writer,
                    "events",
                    (file?.Append ?? []).Select(added => EventReference.FormatWithVersion(added.Event))
                );
                AnswerJson.WriteStrings(writer, "corrections", (file?.Corrections ?? []).Select(EventReference.Format));
                IReadOnlyList<string> changed =
                    file?.Corrections.Any() == true
                        ? [.. CorrectionEffect.Between(file.Before, file.After).Select(effect => effect.Key).Distinct()]
                        : [];
                AnswerJson.WriteStrings(writer, "changed", changed);
                AnswerJson.WriteStrings(
                    writer,
                    "changedByHappened",
                    file?.Corrections.Any() == true
                        ? HappenedEffect.Between(file.Before, file.After, changed).Select(effect => effect.Key)
                        : []
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
            writer.WriteEndObject();
        });
}
