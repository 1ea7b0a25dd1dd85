using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>
/// What a table says of itself and of its columns: the file beside it, in the vocabulary of CSV on the Web (W3C, 2015).
/// </summary>
public static class CsvMetadata
{
    /// <summary>The name of the file beside a table.</summary>
    public static string FormatFileName(string table) => $"{table}-metadata.json";

    /// <summary>Writes the file.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="file">The name of the table's file, without its folder.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <param name="header">The header of the export.</param>
    public static void Write<TRow>(
        Stream output,
        string file,
        IReadOnlyList<CsvColumn<TRow>> columns,
        ExportHeader header
    )
    {
        using var writer = new Utf8JsonWriter(output, AnswerJson.Layout);
        writer.WriteStartObject();
        writer.WriteString("@context", "http://www.w3.org/ns/csvw");
        writer.WriteString("url", Uri.EscapeDataString(file));
        writer.WriteStartObject("dialect");
        writer.WriteString("encoding", "utf-8");
        writer.WriteString("delimiter", ",");
        writer.WriteBoolean("header", true);
        writer.WriteEndObject();
        writer.WriteString("dc:title", $"{header.Title}, position {header.Position}");
        foreach (var (name, value) in header.Fields)
            HeaderJson.Write(writer, Identifiers.Terms + name, value);
        writer.WriteStartObject("tableSchema");
        writer.WriteStartArray("columns");
        foreach (var column in columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("titles", column.Name);
            writer.WriteString("datatype", column.Type);
            writer.WriteString("dc:description", column.Meaning);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
