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
    public YamlNode Write(string field, JsonNode? value) =>
        (field, value) switch
        {
            ("chain", JsonArray chain) => WriteChain(WithoutTail(chain)),
            ("known", JsonObject known) => PublicationWriter.Write(
                known.Deserialize<Publication>(EventJson.Options)!,
                zone
            ),
            _ => EventYaml.ToYaml(value),
        };

    /// <summary>Links of a chain, each in one line.</summary>
    public static YamlNode WriteChain(IEnumerable<JsonNode?> chain) =>
        YamlText.List([.. chain.Select(link => (YamlNode)WriteLink((JsonObject)link!))]);

    /// <summary>Links of a chain, each in one line.</summary>
    public static YamlNode WriteChain(IEnumerable<ChainLink> chain) => WriteChain(chain.Select(EventYaml.Serialize));

    private static YamlMappingNode WriteLink(JsonObject link) =>
        YamlText.Line([
            ("name", EventYaml.ToYaml(link["name"])),
            ("kind", EventYaml.ToYaml(link["kind"])),
            ("side", link["side"] is { } side ? EventYaml.ToYaml(side) : null),
            .. (link["span"] as JsonObject ?? []).Select(member =>
                (member.Key, (YamlNode?)EventYaml.ToYaml(member.Value))
            ),
            ("implied", link["implied"] is { } implied ? EventYaml.ToYaml(implied) : null),
        ]);

    // The article's own tail stands in the file only once.
    private IEnumerable<JsonNode?> WithoutTail(JsonArray chain) => chain.SkipLast(version.Chain.Count);
}
