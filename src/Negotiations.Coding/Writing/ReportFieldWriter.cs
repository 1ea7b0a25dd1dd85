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
    /// <summary>A field of a report, or of the changes to one.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="json">The JSON of the report, or of the changes.</param>
    public YamlNode Write(string field, JsonObject json) =>
        (field, json[field]) switch
        {
            ("chain", JsonArray chain) => WriteChain(WithoutTail(chain)),
            ("known", JsonObject known) => PublicationWriter.Write(
                known.Deserialize<Publication>(EventJson.Options)!,
                zone
            ),
            ("actor", { } first) when json[CorrectionFields.Joint] is JsonArray joint => WriteSeveral(
                first,
                joint.Select(doer => doer!["name"])
            ),
            ("round", { } first) when json[CorrectionFields.FurtherRounds] is JsonArray further => WriteSeveral(
                first,
                further
            ),
            (_, var value) => EventYaml.ToYaml(value),
        };

    private static YamlSequenceNode WriteSeveral(JsonNode first, IEnumerable<JsonNode?> others) =>
        YamlText.List([.. others.Prepend(first).Select(EventYaml.ToYaml)]);

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
