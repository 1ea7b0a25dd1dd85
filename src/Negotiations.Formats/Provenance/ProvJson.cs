using System.Globalization;
using System.Text.Json;

namespace Negotiations.Formats;

/// <summary>
/// Where the facts of an answer come from, as PROV-JSON (W3C member submission of 2013) of the PROV data model.
/// </summary>
public static class ProvJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(Stream output, ExportSource exported, CancellationToken cancellationToken = default)
    {
        var source = new ProvSource(exported);
        using var writer = new Utf8JsonWriter(output, AnswerJson.Layout);
        writer.WriteStartObject();
        writer.WriteStartObject("prefix");
        foreach (var (prefix, @namespace) in ProvNames.Prefixes(exported.Answer))
            writer.WriteString(prefix, @namespace);
        writer.WriteEndObject();
        WriteSection(writer, "entity", ProvEntities.Collect(source), cancellationToken);
        WriteSection(writer, "activity", ProvActivities.Collect(source), cancellationToken);
        WriteSection(writer, "agent", ProvAgents.Collect(source), cancellationToken);
        foreach (var (section, records) in ProvRelations.Collect(source))
            WriteSection(writer, section, Numbered(section, records), cancellationToken);
        writer.WriteEndObject();
    }

    private static void WriteSection(
        Utf8JsonWriter writer,
        string name,
        IEnumerable<ProvRecord> records,
        CancellationToken cancellationToken
    )
    {
        writer.WriteStartObject(name);
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteStartObject(record.Id);
            foreach (var (attribute, value) in record.Attributes)
            {
                if (value is null)
                    continue;
                writer.WritePropertyName(attribute);
                value.Write(writer);
            }

            writer.WriteEndObject();
            JsonBuffer.FlushWhenLarge(writer);
        }

        writer.WriteEndObject();
    }

    private static IEnumerable<ProvRecord> Numbered(string section, IEnumerable<ProvRecord> records) =>
        records.Select(
            (record, place) =>
                record with
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"_:{section}{place + 1}"),
                }
        );
}
