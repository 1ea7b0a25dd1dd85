using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Blame as JSON (<c>docs/schema/blame.schema.json</c>).</summary>
public static class BlameJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(Blame blame) =>
        AnswerJson.Write(writer =>
        {
            var answer = blame.Answer;
            writer.WriteStartObject();
            writer.WriteString("talks", answer.Asked.Negotiation);
            AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
            writer.WriteString("prefix", blame.Prefix);
            AnswerJson.WriteAnswered(writer, answer);
            writer.WriteStartArray("facts");
            var names = new NameIndex(answer.Definition);
            foreach (var blamed in blame.Facts)
                WriteFact(writer, blamed, answer.Zone, names);
            writer.WriteEndArray();
            writer.WriteStartArray("vanished");
            foreach (var vanished in blame.Vanished)
            {
                writer.WriteStartObject();
                writer.WriteString("key", vanished.Key);
                WriteReports(writer, "withdrawn", vanished.Withdrawn, answer.Zone, names);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void WriteFact(Utf8JsonWriter writer, BlamedFact blamed, DateTimeZone zone, NameIndex names)
    {
        var fact = blamed.Fact;
        writer.WriteStartObject();
        writer.WriteString("key", fact.Key);
        writer.WritePropertyName("value");
        WriteValue(writer, fact.Value);
        writer.WriteString("standing", EnumText.Format(fact.Standing));
        writer.WriteString("happened", fact.Happened.Precision == DatePrecision.Unknown ? null : fact.Happened.Text);
        writer.WriteString("since", Bound.Format(fact.Since, zone));
        writer.WriteBoolean("disputed", fact.Disputed);
        AnswerJson.WriteStrings(writer, "flags", fact.Flags);
        writer.WriteNumber("origins", fact.Origins);
        writer.WriteNumber("carriers", fact.Carriers);
        foreach (var role in Enum.GetValues<ReportRole>())
            WriteReports(writer, EnumText.Format(role), blamed.With(role), zone, names);
        writer.WriteEndObject();
    }

    private static void WriteReports(
        Utf8JsonWriter writer,
        string name,
        IEnumerable<BlamedReport> reports,
        DateTimeZone zone,
        NameIndex names
    )
    {
        writer.WriteStartArray(name);
        foreach (var blamed in reports)
            WriteReport(writer, blamed, zone, names);
        writer.WriteEndArray();
    }

    private static void WriteReport(Utf8JsonWriter writer, BlamedReport blamed, DateTimeZone zone, NameIndex names)
    {
        var (visible, report) = (blamed.Visible, blamed.Visible.Report);
        writer.WriteStartObject();
        writer.WriteString("id", visible.EventId);
        writer.WriteString("report", EventReference.Format(report));
        writer.WriteString("article", report.Article);
        writer.WriteString("version", report.Version);
        writer.WriteNumber("position", visible.Recorded.Position);
        writer.WriteString("outlet", visible.Version.Outlet.Id);
        CorrectionJson.WritePublication(writer, "published", visible.Publication, zone);
        writer.WritePropertyName("value");
        if (blamed.Value is null)
            writer.WriteNullValue();
        else
            WriteValue(writer, blamed.Value);
        writer.WriteString("reason", EnumText.Format(blamed.Reason));
        writer.WriteString("until", blamed.Until is { } until ? Bound.Format(until, zone) : null);
        writer.WriteString("type", report.GetType().Name);
        writer.WriteString("act", report.Act);
        writer.WriteString("happened", report.Happened?.Text);
        EvidenceJson.WriteGrades(writer, report.Grades);
        EvidenceJson.WriteChain(writer, report.Chain, names);
        writer.WriteBoolean("unnamed", report.Chain[0].Kind == LinkKind.Unnamed);
        writer.WriteString("standing", EnumText.Format(report.Standing));
        writer.WriteString("modality", EnumText.Format(report.Modality));
        EvidenceJson.WriteSpans(writer, report.Evidence);
        writer.WriteString("summary", report.Summary);
        writer.WriteString("fate", EnumText.Format(visible.Fate));
        writer.WriteStartArray("corrections");
        foreach (var correction in blamed.Corrections)
        {
            writer.WriteStartObject();
            CorrectionJson.WriteFields(writer, correction.Recorded, zone);
            writer.WriteBoolean("inForce", correction.InForce);
            CorrectionJson.WriteChanged(writer, correction.Fields);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, FactValue value)
    {
        using var document = JsonDocument.Parse(value.Json);
        document.WriteTo(writer);
    }
}
