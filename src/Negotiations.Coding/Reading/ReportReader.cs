using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads one report of a coded article.</summary>
internal static class ReportReader
{
    private static readonly string[] NeedsText = ["id", "round", "act", "summary"];

    /// <summary>The report; null where its type is unknown. What is wrong is noted.</summary>
    public static Report? Read(YamlFields fields, ArticleVersionPublished version, Names names)
    {
        if (fields.Text("type", required: true) is not { } typeName) return null;
        if (EventTypes.FindReport(typeName) is not { } type)
        {
            fields.Error("type", $"'{typeName}' is not an event type; there are {string.Join(", ", EventTypes.Reports.Select(known => known.Name))}");
            return null;
        }

        var json = ReadCommon(fields, version, names);
        var details = fields.Mapping("details", required: true);
        if (details is not null)
        {
            DetailReader.Read(details, type, names, json);
            details.RefuseUnknown();
        }

        fields.RefuseUnknown();
        if (details is null || NeedsText.Any(field => json[field] is null)) return null;
        try
        {
            return (Report)json.Deserialize(type, EventJson.Options)!;
        }
        catch (JsonException)
        {
            // What is missing or malformed has been noted where it was read.
            return null;
        }
    }

    private static JsonObject ReadCommon(YamlFields fields, ArticleVersionPublished version, Names names)
    {
        var actor = names.Read(fields, "actor");
        var chain = ChainReader.Read(fields.Mappings("chain"), names, version.Text.Length);
        return new JsonObject
        {
            ["format"] = DomainEvent.CurrentFormat,
            ["negotiation"] = version.Negotiation,
            ["article"] = version.Article,
            ["version"] = version.Version,
            ["id"] = Identifier(fields, "id"),
            ["actor"] = ToJson(actor),
            ["written"] = fields.Text("written"),
            ["sideIsWritten"] = fields.Has("side"),
            ["side"] = ToJson(ReadSide(fields, actor, names)),
            ["target"] = ToJson(names.Read(fields, "target")),
            ["others"] = ToJson(fields.Texts("others")?.Select(form => names.Resolve(fields, "others", form)).ToList() is { Count: > 0 } others ? others : null),
            ["round"] = ReadRound(fields, names),
            ["happened"] = ToJson(fields.Value("happened", Edtf.Parse)),
            ["happenedFrom"] = fields.Text("happenedFrom"),
            ["timeOfDay"] = fields.Value("timeOfDay", ReadTimeOfDay),
            ["lookingBack"] = fields.Flag("lookingBack") ?? false,
            ["known"] = ToJson(fields.Mapping("known") is { } known ? PublicationReader.Read(known, names.Definition) : null),
            ["chain"] = ToJson<IReadOnlyList<ChainLink>>([.. chain, .. version.Chain]),
            ["standing"] = ToJson(EnumReader.Read<Standing>(fields, "standing", required: true)),
            ["modality"] = ToJson(EnumReader.Read<Modality>(fields, "modality", required: true)),
            ["evidence"] = ToJson(fields.Mappings("evidence", required: true, notEmpty: true).Select(span => ReadEvidence(span, version)).ToList()),
            ["certainty"] = ReadCertainty(fields),
            ["act"] = Identifier(fields, "act"),
            ["precededBy"] = ToJson(fields.Texts("precededBy") is { Count: > 0 } earlier ? earlier : null),
            ["summary"] = fields.Text("summary", required: true),
        };
    }

    // The side of an actor with a name is that of the negotiation's file unless the coder says otherwise; a side that is
    // written as null is unknown, and stays so.
    private static Name? ReadSide(YamlFields fields, Name? actor, Names names)
    {
        var isWritten = fields.Has("side");
        var side = names.Read(fields, "side", EntityKind.Party);
        if (isWritten || actor is null || names.WithId(actor.Id) is not { } entity) return side;
        return (entity.Kind == EntityKind.Party ? entity.Id : entity.Side) is { } id ? new Name("", id) : null;
    }

    private static string? ReadRound(YamlFields fields, Names names)
    {
        if (fields.Text("round", required: true) is not { } round) return null;
        if (round != Round.General && names.Definition.Rounds.All(known => known.Id != round))
            fields.Error("round", $"nobody defined the round '{round}'; there are {string.Join(", ", names.Definition.Rounds.Select(known => known.Id))} and {Round.General}");
        return round;
    }

    private static string ReadTimeOfDay(string text)
    {
        TimeOfDay.Parse(text);
        return text;
    }

    private static int? ReadCertainty(YamlFields fields)
    {
        var certainty = fields.Number("certainty", required: true);
        if (certainty is < 1 or > 5) fields.Error("certainty", $"{certainty} is not a number from 1 (a guess) to 5 (sure)");
        return certainty;
    }

    private static TextSpan? ReadEvidence(YamlFields fields, ArticleVersionPublished version)
    {
        var span = SpanReader.Read(fields, version.Text.Length);
        fields.RefuseUnknown();
        return span;
    }

    private static string? Identifier(YamlFields fields, string field)
    {
        var text = fields.Text(field, required: true);
        if (text is not null && !Slug.IsValid(text)) fields.Error(field, $"'{text}' is not an identifier; write it like '{Slug.Of(text)}'");
        return text;
    }

    private static JsonNode? ToJson<T>(T? value) => value is null ? null : JsonSerializer.SerializeToNode(value, EventJson.Options);
}
