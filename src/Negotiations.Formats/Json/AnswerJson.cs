using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>An answer as the JSON that other programs read (<c>docs/schema/state.schema.json</c>).</summary>
public static class AnswerJson
{
    /// <summary>How answers are laid out.</summary>
    public static JsonWriterOptions Layout { get; } =
        new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>The whole answer.</summary>
    public static string Write(Answer answer) => Write(answer.State);

    /// <summary>The whole state.</summary>
    public static string Write(State state) =>
        Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("talks", state.Asked.Negotiation);
            WriteAsked(writer, state.Asked, state.Zone);
            WriteAnswered(writer, state.Answered, state.Zone);
            writer.WriteStartArray("facts");
            foreach (var fact in state.Facts)
                WriteFact(writer, fact, state.Zone);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>JSON written by a function, without a line feed at its end.</summary>
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
            write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The property <c>asked</c>: the bounds of the question.</summary>
    public static void WriteAsked(Utf8JsonWriter writer, Question asked, DateTimeZone zone)
    {
        writer.WriteStartObject("asked");
        writer.WriteString("knownBy", Format(asked.KnownBy, zone));
        writer.WriteString("happenedBy", Format(asked.HappenedBy, zone));
        if (asked.RecordedBy is RecordedBound.AtPosition { Position: var position })
            writer.WriteNumber("recordedBy", position);
        else
            writer.WriteString("recordedBy", Format((asked.RecordedBy as RecordedBound.AtTime)?.Time, zone));
        writer.WriteEndObject();
    }

    /// <summary>The property <c>answered</c>: what the answer stands on.</summary>
    public static void WriteAnswered(Utf8JsonWriter writer, Answer answer) =>
        WriteAnswered(writer, answer.Answered, answer.Zone);

    /// <summary>The same, of whatever stands on it.</summary>
    public static void WriteAnswered(Utf8JsonWriter writer, Answered answer, DateTimeZone zone)
    {
        writer.WriteStartObject("answered");
        writer.WriteNumber("position", answer.Settled.Position);
        writer.WriteString("settledAt", Format(answer.Settled.At, zone));
        writer.WriteNumber("reports", answer.Reports);
        writer.WriteNumber("articles", answer.Articles);
        writer.WriteNumber("corrections", answer.Corrections);
        writer.WriteNumber("erased", answer.Erased);
        writer.WriteNumber("undatedLeftOut", answer.UndatedLeftOut);
        WriteStrings(
            writer,
            "assumptions",
            answer
                .Assumptions.Select(assumption => assumption.Describe(zone))
                .Concat(ErasedText.Describe(answer.Erased) is { } erased ? [erased] : [])
        );
        writer.WriteEndObject();
    }

    /// <summary>One fact.</summary>
    public static void WriteFact(Utf8JsonWriter writer, FactState fact, DateTimeZone zone)
    {
        writer.WriteStartObject();
        writer.WriteString("key", fact.Key);
        writer.WritePropertyName("value");
        using (var value = JsonDocument.Parse(fact.Value.Json))
            value.WriteTo(writer);
        writer.WriteString("standing", EnumText.Format(fact.Standing));
        writer.WriteString("modality", EnumText.Format(fact.Modality));
        writer.WriteString("happened", fact.Happened.Precision == DatePrecision.Unknown ? null : fact.Happened.Text);
        writer.WriteString("happenedPrecision", EnumText.Format(fact.Happened.Precision));
        writer.WriteString("knownFrom", Format(fact.KnownFrom, zone));
        writer.WriteString("since", Format(fact.Since, zone));
        WriteStrings(writer, "because", fact.Because.Select(id => id.ToString()));
        WriteStrings(writer, "datedBy", fact.DatedBy.Select(id => id.ToString()));
        WriteStrings(writer, "against", fact.Against.Select(id => id.ToString()));
        writer.WriteStartObject("detailFrom");
        foreach (var (detail, report) in fact.DetailFrom.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            writer.WriteString(detail, report);
        writer.WriteEndObject();
        writer.WriteNumber("origins", fact.Origins);
        writer.WriteNumber("carriers", fact.Carriers);
        writer.WriteBoolean("disputed", fact.Disputed);
        WriteStrings(writer, "assumes", fact.Assumes);
        WriteStrings(writer, "flags", fact.Flags);
        writer.WriteEndObject();
    }

    /// <summary>An array of strings.</summary>
    public static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static string? Format(Instant? time, DateTimeZone zone) =>
        time is { } value ? Bound.Format(value, zone) : null;
}
