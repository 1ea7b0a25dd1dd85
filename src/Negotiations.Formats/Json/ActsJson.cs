namespace Negotiations.Formats;

/// <summary>The acts of a negotiation that are in use, as JSON (<c>docs/schema/acts.schema.json</c>).</summary>
public static class ActsJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    /// <param name="talks">Identifier of the negotiation.</param>
    /// <param name="words">The words by which they are ordered; null for none.</param>
    /// <param name="acts">The acts.</param>
    public static string Write(string talks, string? words, IReadOnlyList<ActInUse> acts) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", talks);
            writer.WriteString("words", words);
            writer.WriteStartArray("acts");
            foreach (var act in acts)
            {
                writer.WriteStartObject();
                writer.WriteString("act", act.Act);
                AnswerJson.WriteStrings(writer, "types", act.Types);
                AnswerJson.WriteStrings(writer, "actors", act.Actors);
                writer.WriteString("happened", act.Happened?.Text);
                AnswerJson.WriteStrings(writer, "rounds", act.Rounds);
                writer.WriteNumber("reports", act.Reports);
                writer.WriteString("summary", act.Summary);
                writer.WriteNumber("matches", act.Matches);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
