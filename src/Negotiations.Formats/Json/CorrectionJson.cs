using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>A correction as JSON: what every correction says.</summary>
public static class CorrectionJson
{
    /// <summary>The fields of a correction that is recorded, within an object.</summary>
    public static void WriteFields(Utf8JsonWriter writer, RecordedCorrection correction, DateTimeZone zone)
    {
        WriteFields(writer, correction.EventId, correction.Correction, zone);
        writer.WriteNumber("position", correction.Recorded.Position);
        writer.WriteString("recordedAt", Bound.Format(correction.Recorded.RecordedAt, zone));
    }

    /// <summary>The fields of a correction, within an object.</summary>
    public static void WriteFields(Utf8JsonWriter writer, Guid id, Correction correction, DateTimeZone zone)
    {
        writer.WriteString("id", id);
        writer.WriteString("correction", EventReference.Format(correction));
        writer.WriteString("kind", CorrectionFields.Describe(correction));
        writer.WriteString("by", EnumText.Format(correction.By));
        writer.WriteString("who", correction.Who);
        writer.WriteString("reason", correction.Reason);
        writer.WriteString("target", correction.Target);
        writer.WriteString("on", correction.On?.ToString());
        writer.WritePropertyName("notice");
        if (correction.Notice is not { } notice)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartObject();
            WritePublication(writer, "published", notice.Published, zone);
            writer.WriteString("reference", notice.Reference);
            writer.WriteEndObject();
        }

        writer.WritePropertyName("changes");
        if (correction is ReportCorrected { Changes: var changes })
            changes.WriteTo(writer);
        else
            writer.WriteNullValue();
    }

    /// <summary>The property <c>fields</c>: what a correction changes, each field as it was and as it is.</summary>
    public static void WriteChanged(Utf8JsonWriter writer, IEnumerable<ChangedField> fields)
    {
        writer.WriteStartArray("fields");
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            WriteValue("before", field.Before);
            WriteValue("after", field.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        void WriteValue(string name, object? value)
        {
            writer.WritePropertyName(name);
            if (ChangedField.Serialize(value) is { } json)
                json.WriteTo(writer);
            else
                writer.WriteNullValue();
        }
    }

    /// <summary>A time of publication with its basis.</summary>
    public static void WritePublication(Utf8JsonWriter writer, string name, Publication publication, DateTimeZone zone)
    {
        writer.WriteStartObject(name);
        writer.WriteString("time", Bound.Format(publication.Time, zone));
        writer.WriteString("basis", EnumText.Format(publication.Basis));
        writer.WriteString("reason", publication.Reason);
        writer.WriteString("earliest", publication.Earliest is { } earliest ? Bound.Format(earliest, zone) : null);
        writer.WriteString("latest", publication.Latest is { } latest ? Bound.Format(latest, zone) : null);
        writer.WriteEndObject();
    }
}
