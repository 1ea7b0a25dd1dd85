using NodaTime;

namespace Negotiations.Coding;

/// <summary>Reads the file of a negotiation.</summary>
internal static class NegotiationReader
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
        var round = new Round(Identifier(fields, "id", null), fields.Text("title"), fields.Value("when", Edtf.Parse));
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
        };
        ReportFields.CheckName(fields, "name", name);
        foreach (var spelling in entity.Spellings)
            ReportFields.CheckName(fields, "spellings", spelling);
        if (name.Length > 0 && entity.Id.Length == 0)
            fields.Error("name", $"no identifier follows from '{name}'; give an 'id'");
        else if (Limits.FindProblem("an identifier", entity.Id, Limits.Identifier) is not null && !fields.Has("id"))
            fields.Error("name", "is too long for an identifier to follow from it; give an 'id'");
        fields.RefuseUnknown();
        return entity;
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
}
