using System.Text.RegularExpressions;
using NodaTime;

namespace Negotiations.Coding;

/// <summary>Reads the file of a negotiation.</summary>
internal static partial class NegotiationReader
{
    /// <summary>The lists of the file, in its order, with what stands in each.</summary>
    public static IReadOnlyList<(string Field, EntityKind Kind)> Lists { get; } =
    [
        ("parties", EntityKind.Party),
        ("people", EntityKind.Person),
        ("institutions", EntityKind.Institution),
        ("groups", EntityKind.Group),
        ("outlets", EntityKind.Outlet),
        ("agencies", EntityKind.Agency),
    ];

    /// <summary>
    /// The definition that the file gives; what is wrong with it is noted, and then it is not to be used.
    /// </summary>
    public static NegotiationDefined Read(YamlFields file)
    {
        var definition = new NegotiationDefined
        {
            Negotiation = Identifier(file, "negotiation", null),
            Title = file.Text("title", required: true) ?? "",
            Zone = Zone(file),
            Rounds = [.. file.Mappings("rounds", required: true).Select(ReadRound)],
            Entities =
            [
                .. Lists.SelectMany(list => file.Mappings(list.Field).Select(fields => ReadEntity(fields, list.Kind))),
            ],
            Issues = [.. file.Mappings("issues").Select(ReadIssue)],
            Places = [.. file.Mappings("places").Select(ReadPlace)],
        };
        file.RefuseUnknown();
        Check(file, definition);
        return definition;
    }

    private static string Zone(YamlFields file)
    {
        var zone = file.Text("zone", required: true) ?? "";
        if (zone.Length > 0 && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            file.Error("zone", $"'{zone}' is not a time zone of the tz database, such as Europe/Istanbul");
        return zone;
    }

    private static Round ReadRound(YamlFields fields)
    {
        var round = new Round(
            Identifier(fields, "id", null),
            fields.Text("title"),
            fields.Value("when", Edtf.Parse),
            fields.Flag("background") ?? false
        );
        if (round.Id == Round.General)
            fields.Error("id", $"'{Round.General}' is kept for what belongs to no round");
        fields.RefuseUnknown();
        return round;
    }

    private static NamedEntity ReadEntity(YamlFields fields, EntityKind kind)
    {
        var name = fields.Text("name", required: true) ?? "";
        var entity = new NamedEntity
        {
            Id = Identifier(fields, "id", name),
            Kind = kind,
            Name = name,
            Side = kind == EntityKind.Party ? null : fields.Text("side"),
            Office = kind == EntityKind.Person ? fields.Text("office") : null,
            SpeaksFor = kind == EntityKind.Person ? fields.Text("speaksFor") : null,
            Spellings = fields.Texts("spellings") ?? [],
            Grades = GradeReader.ReadAll(fields, ofSource: true),
            Codes = kind == EntityKind.Party && fields.Mapping("codes") is { } codes ? ReadCodes(codes) : null,
        };
        CheckForms(fields, name, entity.Spellings);
        CheckIdentifier(fields, name, entity.Id);
        fields.RefuseUnknown();
        return entity;
    }

    private static PartyCodes ReadCodes(YamlFields fields)
    {
        var codes = new PartyCodes(fields.Text("iso"), fields.Text("cameo"));
        if (codes.Iso is { } iso && !IsoCode().IsMatch(iso))
            fields.Error("iso", $"'{iso}' is no code of a country by ISO 3166-1, such as TR or TUR");
        if (codes.Cameo is { } cameo && !CameoCode().IsMatch(cameo))
            fields.Error("cameo", $"'{cameo}' is no code of an actor by CAMEO, such as TUR or TURGOV");
        fields.RefuseUnknown();
        return codes;
    }

    private static Issue ReadIssue(YamlFields fields)
    {
        var name = fields.Text("name", required: true) ?? "";
        var issue = new Issue(Identifier(fields, "id", name), name) { Spellings = fields.Texts("spellings") ?? [] };
        CheckForms(fields, name, issue.Spellings);
        CheckIdentifier(fields, name, issue.Id);
        fields.RefuseUnknown();
        return issue;
    }

    private static Place ReadPlace(YamlFields fields)
    {
        var place = new Place(fields.Text("name", required: true) ?? "")
        {
            Spellings = fields.Texts("spellings") ?? [],
            In = fields.Text("in"),
        };
        CheckForms(fields, place.Name, place.Spellings);
        fields.RefuseUnknown();
        return place;
    }

    private static void CheckForms(YamlFields fields, string name, IReadOnlyList<string> spellings)
    {
        ReportFields.CheckName(fields, "name", name);
        foreach (var spelling in spellings)
            ReportFields.CheckName(fields, "spellings", spelling);
    }

    // One that is given has been checked where it was read.
    private static void CheckIdentifier(YamlFields fields, string name, string id)
    {
        if (name.Length > 0 && id.Length == 0)
            fields.Error("name", $"no identifier follows from '{name}'; give an 'id'");
        else if (Limits.FindProblem("an identifier", id, Limits.Identifier) is not null && !fields.Has("id"))
            fields.Error("name", "is too long for an identifier to follow from it; give an 'id'");
    }

    // An identifier that is not given is the slug of the name.
    private static string Identifier(YamlFields fields, string field, string? name)
    {
        var text = fields.Text(field, required: name is null);
        if (text is null)
            return name is null ? "" : Slug.From(name);
        ReportFields.CheckIdentifier(fields, field, text);
        return text;
    }

    private static void Check(YamlFields file, NegotiationDefined definition)
    {
        foreach (var twice in definition.Rounds.GroupBy(round => round.Id).Where(group => group.Count() > 1))
            file.Error("rounds", $"the round '{twice.Key}' is there twice");
        foreach (var (form, first, second) in NameIndex.Clashes(definition.Entities))
            file.Error(null, $"'{form}' means both {first.Name} and {second.Name}; a form of a name means one");
        foreach (var (form, first, second) in IssueIndex.FindClashes(definition.Issues))
            file.Error("issues", $"'{form}' means both {first.Name} and {second.Name}; a form of a name means one");
        CheckPlaces(file, definition);
        var parties = definition
            .Entities.Where(entity => entity.Kind == EntityKind.Party)
            .Select(entity => entity.Id)
            .ToHashSet();
        var ids = definition.Entities.Select(entity => entity.Id).ToHashSet();
        foreach (var entity in definition.Entities)
        {
            if (entity.Side is not null && !parties.Contains(entity.Side))
                file.Error(null, $"{entity.Name}: the side '{entity.Side}' is not the identifier of a party");
            if (entity.SpeaksFor is not null && !ids.Contains(entity.SpeaksFor))
                file.Error(null, $"{entity.Name}: speaksFor '{entity.SpeaksFor}' is not an identifier of this file");
        }
    }

    private static void CheckPlaces(YamlFields file, NegotiationDefined definition)
    {
        foreach (var (form, first, second) in PlaceIndex.FindClashes(definition.Places))
            file.Error("places", $"'{form}' means both {first.Name} and {second.Name}; a form of a name means one");
        var index = new PlaceIndex(definition);
        foreach (var place in definition.Places)
        {
            var around = new HashSet<Place>(ReferenceEqualityComparer.Instance) { place };
            for (var at = place; at.In is { } name; )
            {
                if (index.Find(name) is not { } next)
                {
                    if (at == place)
                        file.Error(
                            "places",
                            $"{place.Name}: '{name}' is no place of this file"
                                + SpellingSuggestions.Question(
                                    name,
                                    definition.Places.SelectMany(
                                        IEnumerable<string> (known) => [known.Name, .. known.Spellings]
                                    )
                                )
                        );
                    break;
                }

                if (!around.Add(next))
                {
                    if (next == place)
                        file.Error("places", $"{place.Name} lies in itself");
                    break;
                }

                at = next;
            }
        }
    }

    [GeneratedRegex("^[A-Z]{2,3}$")]
    private static partial Regex IsoCode();

    [GeneratedRegex("^([A-Z]{3})+$")]
    private static partial Regex CameoCode();
}
