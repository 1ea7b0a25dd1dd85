using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes the file of a negotiation.</summary>
internal static class NegotiationWriter
{
    public static string Write(NegotiationDefined definition) =>
        YamlText.Write(
            YamlText.Mapping([
                ("negotiation", YamlText.Text(definition.Negotiation)),
                ("title", YamlText.Text(definition.Title)),
                ("zone", YamlText.Text(definition.Zone)),
                ("rounds", YamlText.List([.. definition.Rounds.Select(WriteRound)])),
                .. NegotiationReader.Lists.Select(list => (list.Field, WriteList(definition.Entities, list.Kind))),
            ])
        );

    private static YamlMappingNode WriteRound(Round round) =>
        YamlText.Line(
            ("id", YamlText.Text(round.Id)),
            ("title", EventYaml.Text(round.Title)),
            ("when", EventYaml.Text(round.When?.Text))
        );

    private static YamlNode? WriteList(IEnumerable<NamedEntity> all, EntityKind kind)
    {
        var entities = all.Where(entity => entity.Kind == kind)
            .Select(YamlNode (entity) => WriteEntity(entity))
            .ToList();
        return entities.Count > 0 ? YamlText.List(entities) : null;
    }

    private static YamlMappingNode WriteEntity(NamedEntity entity) =>
        YamlText.Line(
            ("name", YamlText.Text(entity.Name)),
            ("id", entity.Id == Slug.From(entity.Name) ? null : YamlText.Text(entity.Id)),
            ("side", EventYaml.Text(entity.Side)),
            ("office", EventYaml.Text(entity.Office)),
            ("speaksFor", EventYaml.Text(entity.SpeaksFor)),
            ("grades", EventYaml.Serialize(entity)["grades"] is { } grades ? EventYaml.ToYaml(grades) : null),
            (
                "spellings",
                entity.Spellings.Count > 0 ? YamlText.List([.. entity.Spellings.Select(YamlText.Text)]) : null
            )
        );
}
