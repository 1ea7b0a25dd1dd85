using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes single fields of reports, of new ones and of what a correction changes.</summary>
/// <param name="version">The version of the article.</param>
/// <param name="zone">The zone of the negotiation's file.</param>
internal sealed class ReportFieldWriter(ArticleVersionPublished version, DateTimeZone zone)
{
    /// <summary>A field by its name and its value in the JSON of a report.</summary>
    public YamlNode Write(string field, JsonNode? value) => (field, value) switch
    {
        ("chain", JsonArray chain) => ChainOf(WithoutTail(chain)),
        ("known", JsonObject known) => PublicationWriter.Of(known.Deserialize<Publication>(EventJson.Options)!, zone),
        _ => WrittenJson.Of(value),
    };

    /// <summary>Links of a chain, each in one line.</summary>
    public static YamlNode ChainOf(IEnumerable<JsonNode?> chain) => YamlText.List([.. chain.Select(link => (YamlNode)LinkOf((JsonObject)link!))]);

    /// <summary>Links of a chain, each in one line.</summary>
    public static YamlNode ChainOf(IEnumerable<ChainLink> chain) => ChainOf(chain.Select(WrittenJson.ObjectOf));

    private static YamlMappingNode LinkOf(JsonObject link) => YamlText.Line(
    [
        ("name", WrittenJson.Of(link["name"])),
        ("kind", WrittenJson.Of(link["kind"])),
        ("side", link["side"] is { } side ? WrittenJson.Of(side) : null),
        .. (link["span"] as JsonObject ?? []).Select(member => (member.Key, (YamlNode?)WrittenJson.Of(member.Value))),
        ("implied", link["implied"] is { } implied ? WrittenJson.Of(implied) : null),
    ]);

    // The article's own tail stands in the file only once.
    private IEnumerable<JsonNode?> WithoutTail(JsonArray chain) => chain.SkipLast(version.Chain.Count);
}
