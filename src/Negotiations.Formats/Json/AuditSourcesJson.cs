using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Who says so, as JSON: each report once, and acts, values and weak spots by its identifier.</summary>
public static class AuditSourcesJson
{
    /// <summary>One report with its chain of attribution.</summary>
    public static void WriteReport(Utf8JsonWriter writer, VisibleReport visible, NameIndex names)
    {
        writer.WriteStartObject();
        writer.WriteString("id", visible.EventId);
        writer.WriteString("report", EventReference.Format(visible.Report));
        writer.WriteString("version", visible.Report.Version);
        writer.WriteString("outlet", visible.Version.Outlet.Id);
        writer.WriteString("act", visible.Report.Act);
        writer.WriteBoolean("unnamed", Attribution.IsUnnamed(visible));
        writer.WriteString("standing", EnumText.Format(visible.Report.Standing));
        writer.WriteString("modality", EnumText.Format(visible.Report.Modality));
        EvidenceJson.WriteGrades(writer, visible.Report.Grades);
        EvidenceJson.WriteChain(writer, visible.Report.Chain, names);
        writer.WriteEndObject();
    }

    /// <summary>Where acts or values come from.</summary>
    public static void WriteAttributions(Utf8JsonWriter writer, string name, IEnumerable<Attribution> attributions)
    {
        writer.WriteStartArray(name);
        foreach (var attribution in attributions)
        {
            writer.WriteStartObject();
            writer.WriteString("key", attribution.Key);
            writer.WriteStartArray("origins");
            foreach (var origin in attribution.Origins)
            {
                writer.WriteStartObject();
                writer.WriteString("id", origin.Id);
                writer.WriteBoolean("named", origin.IsNamed);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("independent", attribution.Independent);
            AnswerJson.WriteStrings(writer, "heardBy", attribution.Hearers);
            AnswerJson.WriteStrings(writer, "carriedBy", attribution.Carriers);
            AnswerJson.WriteStrings(writer, "reports", attribution.Reports.Select(FormatId));
            AnswerJson.WriteStrings(writer, "unnamed", attribution.Unnamed.Select(FormatId));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The weak spots.</summary>
    public static void WriteWeakSpots(Utf8JsonWriter writer, IEnumerable<SourcingIssue> spots)
    {
        writer.WriteStartArray("weakSpots");
        foreach (var spot in spots)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", EnumText.Format(spot.Kind));
            writer.WriteString("words", spot.Sentence);
            AnswerJson.WriteStrings(writer, "facts", spot.Facts);
            AnswerJson.WriteStrings(
                writer,
                "acts",
                spot.Reports.Select(report => report.Report.Act).Distinct().Order(StringComparer.Ordinal)
            );
            AnswerJson.WriteStrings(writer, "reports", spot.Reports.Select(FormatId));
            AnswerJson.WriteStrings(writer, "against", spot.Against.Select(FormatId));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string FormatId(VisibleReport report) => report.EventId.ToString();
}
