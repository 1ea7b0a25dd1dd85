using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Reports and heads of articles with the fields that a coded file has, as JSON.</summary>
public static class CodedJson
{
    /// <summary>A report: its fields, its evidence as positions with hashes.</summary>
    public static JsonObject Write(Report report, ArticleVersionPublished version, NegotiationDefined definition)
    {
        var fields = new ReportFieldWriter(
            version,
            DateTimeZoneProviders.Tzdb[definition.Zone],
            definition,
            SpanWriter.FindContended([])
        );
        return (JsonObject)
            Convert(
                new ReportWriter(fields, new SharedFields([]), covers: null).Write(report, EventYaml.Serialize(report))
            )!;
    }

    /// <summary>The head of the coded file of a version.</summary>
    public static JsonObject Write(ArticleVersionPublished version, NegotiationDefined definition) =>
        (JsonObject)Convert(ArticleWriter.WriteHead(version, definition, DateTimeZoneProviders.Tzdb[definition.Zone]))!;

    /// <summary>A time of publication: a text, or its fields.</summary>
    public static JsonNode? Write(Publication publication, DateTimeZone zone) =>
        Convert(PublicationWriter.Write(publication, zone));

    private static JsonNode? Convert(YamlNode node) =>
        node switch
        {
            YamlMappingNode mapping => new JsonObject(
                mapping.Children.Select(field =>
                    KeyValuePair.Create(((YamlScalarNode)field.Key).Value!, Convert(field.Value))
                )
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain } => plain switch
            {
                "null" => null,
                "true" => true,
                "false" => false,
                _ when int.TryParse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                        && number.ToString(CultureInfo.InvariantCulture) == plain => number,
                _ => plain,
            },
            _ => ((YamlScalarNode)node).Value,
        };
}
