using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>Fields of a header as JSON.</summary>
public static class HeaderJson
{
    /// <summary>A header as a document of its own, without a line feed at its end.</summary>
    /// <param name="header">The header.</param>
    /// <param name="more">Writes further members.</param>
    public static string Write(ExportHeader header, Action<Utf8JsonWriter> more) =>
        AnswerJson.Write(writer => WriteObject(writer, header, more));

    /// <summary>A field: a number or a text.</summary>
    internal static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case long number:
                writer.WriteNumber(name, number);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            default:
                writer.WriteString(name, (string)value);
                break;
        }
    }

    /// <summary>An object with all fields of a header.</summary>
    internal static void WriteObject(Utf8JsonWriter writer, ExportHeader header, Action<Utf8JsonWriter>? more = null)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in header.Fields)
            Write(writer, name, value);
        more?.Invoke(writer);
        writer.WriteEndObject();
    }
}
