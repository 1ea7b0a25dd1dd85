using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Negotiations.Formats;

/// <summary>
/// The log of a negotiation as CloudEvents 1.0.2 in structured mode: one JSON object on each line, in the order of
/// positions.
/// </summary>
/// <remarks>
/// The first line is the header. Definitions, versions, reports and corrections follow as they were recorded.
/// </remarks>
public static class CloudEventLines
{
    /// <summary>What the types of all CloudEvents of this program begin with.</summary>
    public const string TypePrefix = "negotiations.";

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the lines.</summary>
    public static void Write(Stream output, ExportSource exported, CancellationToken cancellationToken = default)
    {
        WriteLine(output, writer => WriteHeader(writer, exported));
        foreach (var recorded in exported.Log.Events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteLine(output, writer => WriteEvent(writer, recorded, exported.Header));
        }
    }

    private static void WriteHeader(Utf8JsonWriter writer, ExportSource exported)
    {
        var header = exported.Header;
        WriteAttributes(
            writer,
            $"header-{header.Position}",
            header,
            "export",
            $"{Identifiers.ForAnswer(exported.Answer)}"
        );
        if (exported.Answer.Settled.At is { } at)
            writer.WriteString("time", InstantPattern.ExtendedIso.Format(at));
        writer.WritePropertyName("data");
        HeaderJson.WriteObject(writer, header);
    }

    private static void WriteEvent(Utf8JsonWriter writer, RecordedEvent recorded, ExportHeader header)
    {
        WriteAttributes(
            writer,
            recorded.Id.ToString("D"),
            header,
            $"{EventTypes.GetStoredName(recorded.Event.GetType())}.v{recorded.Event.Format}",
            FormatSubject(recorded)
        );
        // What occurs in the log is the recording; when something happened and could be known stands in the data.
        writer.WriteString("time", InstantPattern.ExtendedIso.Format(recorded.RecordedAt));
        writer.WriteString("stream", recorded.Stream);
        writer.WriteString("streamversion", recorded.Version.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("position", recorded.Position.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("sequence", recorded.Position.ToString("D19", CultureInfo.InvariantCulture));
        writer.WritePropertyName("data");
        writer.WriteRawValue(EventJson.Write(recorded.Event));
    }

    // An erased event says nothing any more, not even its name.
    private static string FormatSubject(RecordedEvent recorded) =>
        recorded.Event.Erased || recorded.Event is PayloadErased
            ? recorded.Stream
            : EventReference.FormatWithVersion(recorded.Event);

    private static void WriteAttributes(
        Utf8JsonWriter writer,
        string id,
        ExportHeader header,
        string type,
        string subject
    )
    {
        writer.WriteString("specversion", "1.0");
        writer.WriteString("id", id);
        writer.WriteString("source", Identifiers.ForNegotiation(header.Negotiation));
        writer.WriteString("type", TypePrefix + type);
        writer.WriteString("subject", subject);
        writer.WriteString("datacontenttype", "application/json");
    }

    private static void WriteLine(Stream output, Action<Utf8JsonWriter> write)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(line, Layout))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        output.Write(line.WrittenSpan);
        output.WriteByte((byte)'\n');
    }
}
