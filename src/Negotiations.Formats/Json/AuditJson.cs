using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>An audit as JSON (<c>docs/schema/audit.schema.json</c>).</summary>
public static class AuditJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(AuditRun run) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("sound", run.IsSound);
            writer.WriteStartArray("record");
            foreach (var check in run.Record)
                Write(writer, check);
            writer.WriteEndArray();
            AnswerJson.WriteStrings(writer, "unmatchedFiles", run.UnmatchedFiles);
            writer.WriteStartArray("negotiations");
            foreach (var audit in run.Talks)
                Write(writer, audit);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, RecordCheck check)
    {
        writer.WriteStartObject();
        writer.WriteString("check", check.Name);
        writer.WriteString("status", EnumText.Format(check.Status));
        writer.WriteString("words", check.Words);
        writer.WriteStartArray("faults");
        foreach (var fault in check.Faults)
            Write(writer, fault);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ChainFault fault)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", EnumText.Format(fault.Kind));
        if (fault.Position is { } position)
            writer.WriteNumber("position", position);
        else
            writer.WriteNull("position");
        writer.WriteString("event", fault.Event?.ToString());
        writer.WriteString("name", fault.ShortForm);
        writer.WriteString("stream", fault.Stream);
        writer.WriteString("problem", fault.Problem);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Audit audit)
    {
        var answer = audit.Answer;
        writer.WriteStartObject();
        writer.WriteString("talks", answer.Asked.Negotiation);
        AnswerJson.WriteAsked(writer, answer.Asked, answer.Zone);
        AnswerJson.WriteAnswered(writer, answer);
        writer.WriteStartArray("texts");
        foreach (var version in audit.Versions)
            AuditTextsJson.Write(writer, version);
        writer.WriteEndArray();
        var names = new NameIndex(answer.Definition);
        writer.WriteStartArray("reports");
        foreach (var report in answer.Reports)
            AuditSourcesJson.WriteReport(writer, report, names);
        writer.WriteEndArray();
        AuditSourcesJson.WriteAttributions(writer, "acts", audit.Acts);
        AuditSourcesJson.WriteAttributions(writer, "facts", audit.Facts);
        writer.WriteStartArray("linked");
        foreach (var (article, other) in audit.Links)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(article);
            writer.WriteStringValue(other);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        AuditSourcesJson.WriteWeakSpots(writer, audit.SourcingIssues);
        AnswerJson.WriteStrings(writer, "positionsWithoutIssue", audit.PositionsWithoutIssue);
        writer.WriteEndObject();
    }
}
