using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>Writes the file of a negotiation.</summary>
internal static class NegotiationWriter
{
    public static string Write(NegotiationDefined definition) => YamlText.Of(YamlText.Mapping(
    [
        ("negotiation", YamlText.Text(definition.Negotiation)),
        ("title", YamlText.Text(definition.Title)),
        ("zone", YamlText.Text(definition.Zone)),
        ("rounds", YamlText.List([.. definition.Rounds.Select(OfRound)])),
        .. NegotiationReader.Lists.Select(list => (list.Field, ListOf(definition.Entities, list.Kind))),
    ]));

    private static YamlMappingNode OfRound(Round round) => YamlText.Line(
        ("id", YamlText.Text(round.Id)), ("title", WrittenJson.Text(round.Title)), ("when", WrittenJson.Text(round.When?.Text)));

    private static YamlNode? ListOf(IEnumerable<NamedEntity> all, EntityKind kind)
    {
        var entities = all.Where(entity => entity.Kind == kind).Select(YamlNode (entity) => OfEntity(entity)).ToList();
        return entities.Count > 0 ? YamlText.List(entities) : null;
    }

    private static YamlMappingNode OfEntity(NamedEntity entity) => YamlText.Line(
        ("name", YamlText.Text(entity.Name)),
        ("id", entity.Id == Slug.Of(entity.Name) ? null : YamlText.Text(entity.Id)),
        ("side", WrittenJson.Text(entity.Side)),
        ("office", WrittenJson.Text(entity.Office)),
        ("speaksFor", WrittenJson.Text(entity.SpeaksFor)),
        ("grades", WrittenJson.ObjectOf(entity)["grades"] is { } grades ? WrittenJson.Of(grades) : null),
        ("spellings", entity.Spellings.Count > 0 ? YamlText.List([.. entity.Spellings.Select(YamlText.Text)]) : null));
}
