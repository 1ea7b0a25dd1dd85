using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Where a report comes from, as JSON.</summary>
public static class EvidenceJson
{
    /// <summary>The property <c>evidence</c>: where in the text a report stands.</summary>
    public static void WriteSpans(Utf8JsonWriter writer, IEnumerable<TextSpan> spans)
    {
        writer.WriteStartArray("evidence");
        foreach (var span in spans)
            WriteSpan(writer, span);
        writer.WriteEndArray();
    }

    /// <summary>The property <c>chain</c>: the chain of attribution.</summary>
    public static void WriteChain(Utf8JsonWriter writer, IEnumerable<ChainLink> chain, NameIndex names)
    {
        writer.WriteStartArray("chain");
        foreach (var link in chain)
        {
            writer.WriteStartObject();
            writer.WriteString("name", link.Name?.Written);
            writer.WriteString("id", link.Name?.Id);
            writer.WriteString("kind", EnumText.Format(link.Kind));
            writer.WriteString("side", link.Side?.Id);
            writer.WriteString("speaksFor", link.SpeaksFor);
            writer.WritePropertyName("span");
            if (link.Span is null)
                writer.WriteNullValue();
            else
                WriteSpan(writer, link.Span);
            writer.WriteString("implied", link.Implied);
            WriteGrades(writer, names.FindGrades(link));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The property <c>grades</c>: what people think of a source or a report.</summary>
    public static void WriteGrades(Utf8JsonWriter writer, IEnumerable<Grade>? grades)
    {
        writer.WriteStartArray("grades");
        foreach (var grade in grades ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("reliability", grade.Reliability?.ToString());
            if (grade.Credibility is { } credibility)
                writer.WriteNumber("credibility", credibility);
            else
                writer.WriteNull("credibility");
            writer.WriteString("by", grade.By);
            writer.WriteString("reason", grade.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartObject();
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
        writer.WriteString("sha256", span.Sha256);
        writer.WriteEndObject();
    }
}
