using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>An article version that was checked against its text, as JSON.</summary>
public static class AuditTextsJson
{
    /// <summary>One version.</summary>
    public static void Write(Utf8JsonWriter writer, AuditedVersion audited)
    {
        writer.WriteStartObject();
        writer.WriteString("article", audited.Version.Article);
        writer.WriteString("version", audited.Version.Version);
        writer.WriteString("status", audited.IsUnreadable ? "unreadable" : EnumText.Format(audited.Status));
        writer.WriteString("file", audited.Held?.File);
        writer.WriteString("problem", audited.Problem);
        writer.WriteStartArray("strays");
        foreach (var (stray, problem) in audited.Strays)
        {
            writer.WriteStartObject();
            writer.WriteString("file", stray.Path);
            writer.WriteString("problem", problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("metadata");
        Write(writer, audited.Held?.Metadata);
        writer.WriteStartArray("reports");
        foreach (var report in audited.Reports)
            Write(writer, report);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ArticleMetadata? metadata)
    {
        if (metadata is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("headline", metadata.Headline);
        writer.WriteString("datePublished", metadata.Published);
        writer.WriteString("dateModified", metadata.Modified);
        writer.WriteString("publisher", metadata.Outlet);
        writer.WriteString("inLanguage", metadata.Language);
        writer.WriteString("url", metadata.Url);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, AuditedReport report)
    {
        writer.WriteStartObject();
        writer.WriteString("name", report.Name);
        writer.WriteString("event", report.EventId);
        writer.WriteBoolean("isReport", report.IsReport);
        writer.WriteString("status", EnumText.Format(report.Status));
        writer.WriteBoolean("withdrawn", report.IsWithdrawn);
        writer.WriteNumber("spans", report.Spans);
        writer.WriteStartArray("faults");
        foreach (var fault in report.Faults)
        {
            writer.WriteStartObject();
            writer.WriteString("where", fault.Where);
            writer.WriteNumber("start", fault.Span.Start);
            writer.WriteNumber("end", fault.Span.End);
            writer.WriteString("problem", fault.Problem);
            writer.WriteBoolean("replaced", fault.IsReplaced);
            writer.WritePropertyName("suggestion");
            if (fault.Suggestion is not { } suggestion)
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteStartObject();
                writer.WriteNumber("start", suggestion.Start);
                writer.WriteNumber("end", suggestion.End);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
