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
                ("issues", WriteAll(definition.Issues, WriteIssue)),
                ("places", WriteAll(definition.Places, WritePlace)),
            ])
        );

    private static YamlMappingNode WriteRound(Round round) =>
        YamlText.Line(
            ("id", YamlText.Text(round.Id)),
            ("title", EventYaml.Text(round.Title)),
            ("when", EventYaml.Text(round.When?.Text)),
            ("background", round.Background ? YamlText.Plain("true") : null)
        );

    private static YamlMappingNode WriteIssue(Issue issue) =>
        YamlText.Line(
            ("name", YamlText.Text(issue.Name)),
            ("id", WriteId(issue.Id, issue.Name)),
            ("spellings", WriteSpellings(issue.Spellings))
        );

    private static YamlMappingNode WritePlace(Place place) =>
        YamlText.Line(
            ("name", YamlText.Text(place.Name)),
            ("in", EventYaml.Text(place.In)),
            ("spellings", WriteSpellings(place.Spellings))
        );

    private static YamlNode? WriteList(IEnumerable<NamedEntity> all, EntityKind kind) =>
        WriteAll(all.Where(entity => entity.Kind == kind), WriteEntity);

    private static YamlNode? WriteAll<T>(IEnumerable<T> all, Func<T, YamlNode> write) =>
        all.Select(write).ToList() is { Count: > 0 } items ? YamlText.List(items) : null;

    private static YamlMappingNode WriteEntity(NamedEntity entity) =>
        YamlText.Line(
            ("name", YamlText.Text(entity.Name)),
            ("id", WriteId(entity.Id, entity.Name)),
            ("side", EventYaml.Text(entity.Side)),
            ("office", EventYaml.Text(entity.Office)),
            ("speaksFor", EventYaml.Text(entity.SpeaksFor)),
            ("grades", EventYaml.Serialize(entity)["grades"] is { } grades ? EventYaml.ToYaml(grades) : null),
            (
                "codes",
                entity.Codes is { } codes
                    ? YamlText.Line(("iso", EventYaml.Text(codes.Iso)), ("cameo", EventYaml.Text(codes.Cameo)))
                    : null
            ),
            ("spellings", WriteSpellings(entity.Spellings))
        );

    // An identifier that follows from the name is not written.
    private static YamlNode? WriteId(string id, string name) => id == Slug.From(name) ? null : YamlText.Text(id);

    private static YamlNode? WriteSpellings(IReadOnlyList<string> spellings) =>
        spellings.Count > 0 ? YamlText.List([.. spellings.Select(YamlText.Text)]) : null;
}
