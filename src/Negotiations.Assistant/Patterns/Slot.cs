using Negotiations.Assistant.Names;
using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Patterns;

/// <summary>What may fill a place of a pattern; its name says which.</summary>
internal sealed record Slot(string Name)
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "place",
        "venue",
        "destination",
        "origin",
    };

    private static readonly HashSet<string> Dates = new(StringComparer.Ordinal) { "date", "deadline" };

    public bool IsDate => Dates.Contains(Name);

    public bool IsList => !Places.Contains(Name) && !Dates.Contains(Name) && Name != "count";

    public bool Admits(Element element) =>
        Places.Contains(Name) ? element.Mention?.Place is not null
        : Dates.Contains(Name) ? element.Date is not null
        : Name == "count" ? element.Kind == ElementKind.Number
        : Name == "person"
            ? element.Mention is { Kind: not MentionKind.Adjective } mention && mention.Entities.Any(IsPersonOrParty)
        : element.Mention is { IsActor: true, Kind: not MentionKind.Place };

    private static bool IsPersonOrParty(NamedEntity entity) =>
        entity.Kind is EntityKind.Person or EntityKind.Party or EntityKind.Group or EntityKind.Institution;
}
