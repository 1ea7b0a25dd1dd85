using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes single fields of reports, of new ones and of what a correction changes.</summary>
/// <param name="version">The version of the article.</param>
/// <param name="zone">The zone of the negotiation's file.</param>
/// <param name="definition">The negotiation, by which short forms are read; null for what must be read in a file of any
/// format.</param>
/// <param name="contended">The positions to which the file gives several hashes.</param>
internal sealed class ReportFieldWriter(
    ArticleVersionPublished version,
    DateTimeZone zone,
    NegotiationDefined? definition = null,
    IReadOnlySet<(int Start, int End)>? contended = null
)
{
    private readonly NameIndex? names = definition is null ? null : new(definition);
    private readonly SpanWriter? spans = definition is null ? null : new(definition, contended!);

    /// <summary>A field of a report, or of the changes to one.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="json">The JSON of the report, or of the changes.</param>
    public YamlNode Write(string field, JsonObject json) =>
        (field, json[field]) switch
        {
            ("chain", JsonArray chain) => WriteChain(WithoutTail(chain)),
            ("evidence", JsonArray evidence) => WriteEvidence(evidence),
            ("known", JsonObject known) when known.Deserialize<Publication>(EventJson.Options) is { } publication =>
                spans is null
                    ? PublicationWriter.WriteFields(publication, zone)
                    : PublicationWriter.Write(publication, zone),
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

    /// <summary>Spans: one alone, or a list.</summary>
    public YamlNode WriteEvidence(JsonArray evidence) =>
        WriteList([.. evidence.Select(span => spans?.Write(span) ?? EventYaml.ToYaml(span))]);

    /// <summary>Links of a chain: one alone, or a list; each in one line.</summary>
    public YamlNode WriteChain(IEnumerable<JsonNode?> chain) =>
        WriteList([.. chain.Select(link => (YamlNode)WriteLink((JsonObject)link!))]);

    /// <summary>Links of a chain.</summary>
    public YamlNode WriteChain(IEnumerable<ChainLink> chain) => WriteChain(chain.Select(EventYaml.Serialize));

    /// <summary>The links of a report's own: the article's tail stands in the file only once.</summary>
    public JsonArray WithoutTail(JsonArray chain) =>
        [.. chain.SkipLast(version.Chain.Count).Select(link => link!.DeepClone())];

    private YamlNode WriteList(IReadOnlyList<YamlNode> items) =>
        spans is null ? YamlText.List(items)
        : items.Count == 1 ? items[0]
        : new YamlSequenceNode(items) { Style = YamlDotNet.Core.Events.SequenceStyle.Flow };

    private static YamlSequenceNode WriteSeveral(JsonNode first, IEnumerable<JsonNode?> others) =>
        YamlText.List([.. others.Prepend(first).Select(EventYaml.ToYaml)]);

    private YamlMappingNode WriteLink(JsonObject link)
    {
        var name = link["name"]?["written"]?.GetValue<string>();
        var kind = link["kind"]!.GetValue<string>();
        var follows = name is not null && names?.Find(name) is { } entity && EnumText.Format(entity.LinkKind) == kind;
        return YamlText.Line([
            ("name", EventYaml.ToYaml(link["name"])),
            ("kind", follows ? null : YamlText.Text(kind)),
            ("side", link["side"] is { } side ? EventYaml.ToYaml(side) : null),
            .. link["span"] is { } span ? WriteSpan(span, name) : [],
            ("implied", link["implied"] is { } implied ? EventYaml.ToYaml(implied) : null),
        ]);
    }

    private IEnumerable<(string, YamlNode?)> WriteSpan(JsonNode span, string? name) =>
        spans?.WriteFields(span, name)
        ?? span.AsObject().Select(member => (member.Key, (YamlNode?)EventYaml.ToYaml(member.Value)));
}
