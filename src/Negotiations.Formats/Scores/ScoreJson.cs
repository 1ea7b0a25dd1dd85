using System.Text.Json;
using Negotiations.Coding;

namespace Negotiations.Formats;

/// <summary>How well one coding fits another, as JSON (<c>docs/schema/score.schema.json</c>).</summary>
public static class ScoreJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(IReadOnlyList<(string Part, CodingScore Score)> parts) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            WriteTexts(writer, "articles", parts[0].Score.Articles);
            WriteTexts(writer, "notInBoth", parts[0].Score.NotInBoth);
            writer.WriteStartArray("parts");
            foreach (var (part, score) in parts)
                WritePart(writer, part, score);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WritePart(Utf8JsonWriter writer, string part, CodingScore score)
    {
        writer.WriteStartObject();
        writer.WriteString("part", part);
        writer.WritePropertyName("total");
        Write(writer, score.Total);
        WriteNumber(writer, "macroF1", score.MacroF1);
        WriteNumber(writer, "meanOverlap", score.MeanOverlap);
        WriteNumber(writer, "exactSpans", score.ExactSpans);
        writer.WriteStartArray("types");
        foreach (var type in score.Types)
            Write(writer, type);
        writer.WriteEndArray();
        writer.WriteStartArray("fields");
        foreach (var field in score.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Name);
            writer.WriteNumber("compared", field.Compared);
            writer.WriteNumber("same", field.Same);
            WriteNumber(writer, "share", field.Share);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("agreement");
        foreach (var agreement in score.Agreements)
        {
            writer.WriteStartObject();
            writer.WriteString("of", agreement.Of);
            writer.WriteNumber("units", agreement.Units);
            WriteNumber(writer, "observed", agreement.Observed);
            WriteNumber(writer, "kappa", agreement.Kappa);
            WriteNumber(writer, "alpha", agreement.Alpha);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("confusions");
        foreach (var confused in score.Confusions)
        {
            writer.WriteStartObject();
            writer.WriteString("gold", confused.Gold);
            writer.WriteString("coded", confused.Coded);
            writer.WriteNumber("count", confused.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, FoundShare share)
    {
        writer.WriteStartObject();
        writer.WriteString("type", share.Name);
        writer.WriteNumber("gold", share.Gold);
        writer.WriteNumber("coded", share.Coded);
        writer.WriteNumber("matched", share.Matched);
        WriteNumber(writer, "precision", share.Precision);
        WriteNumber(writer, "recall", share.Recall);
        WriteNumber(writer, "f1", share.F1);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, Math.Round(number, ScoreNumber.Digits));
        else
            writer.WriteNull(name);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
