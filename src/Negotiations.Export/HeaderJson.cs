using System.Text.Json;

namespace Negotiations.Export;

/// <summary>Fields of a header as JSON.</summary>
internal static class HeaderJson
{
    /// <summary>A field: a number or a text.</summary>
    public static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case long number: writer.WriteNumber(name, number); break;
            case int number: writer.WriteNumber(name, number); break;
            default: writer.WriteString(name, (string)value); break;
        }
    }

    /// <summary>An object with all fields of a header.</summary>
    public static void WriteObject(Utf8JsonWriter writer, ExportHeader header)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in header.Fields) Write(writer, name, value);
        writer.WriteEndObject();
    }
}
