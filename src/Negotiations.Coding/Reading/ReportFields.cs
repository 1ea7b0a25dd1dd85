using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>
/// Reads the fields that every report has besides its details: those of a new report, or those that a correction
/// changes.
/// </summary>
internal static class ReportFields
{
    /// <summary>The fields, in the order of a coded file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "actor",
        "written",
        "side",
        "target",
        "others",
        "round",
        "happened",
        "happenedFrom",
        "timeOfDay",
        "lookingBack",
        "known",
        "chain",
        "standing",
        "modality",
        "evidence",
        "certainty",
        "grades",
        "act",
        "precededBy",
        "summary",
    ];

    /// <summary>Reads one field into the JSON of a report, or of the changes to one.</summary>
    public static void Read(
        string field,
        YamlFields fields,
        ArticleVersionPublished version,
        NameResolver names,
        JsonObject json
    )
    {
        switch (field)
        {
            case "actor" or "target":
                json[field] = ToJson(names.Read(fields, field));
                break;
            case "side":
                ReadSide(fields, names, json);
                break;
            case "others":
                json[field] = ToJson(
                    fields.Texts(field)?.Select(form => names.Resolve(fields, field, form)).ToList()
                        is { Count: > 0 } others
                        ? others
                        : null
                );
                break;
            case "round":
                json[field] = ReadRound(fields, names);
                break;
            case "happened":
                json[field] = ToJson(fields.Value(field, Edtf.Parse));
                break;
            case "timeOfDay":
                json[field] = fields.Value(field, ReadTimeOfDay);
                break;
            case "lookingBack":
                json[field] = fields.Flag(field) ?? false;
                break;
            case "known":
                json[field] = ToJson(
                    fields.Mapping(field) is { } known ? PublicationReader.Read(known, names.Definition) : null
                );
                break;
            case "chain":
                json[field] = ToJson<IReadOnlyList<ChainLink>>([
                    .. ChainReader.Read(fields.Mappings(field), names, version.Text.Length),
                    .. version.Chain,
                ]);
                break;
            case "standing":
                json[field] = ToJson(EnumReader.Read<Standing>(fields, field, required: true));
                break;
            case "modality":
                json[field] = ToJson(EnumReader.Read<Modality>(fields, field, required: true));
                break;
            case "evidence":
                json[field] = ToJson(
                    fields
                        .Mappings(field, required: true, notEmpty: true)
                        .Select(span => ReadEvidence(span, version))
                        .ToList()
                );
                break;
            case "certainty":
                json[field] = ReadCertainty(fields);
                break;
            case "grade" or "grades":
                json["grades"] = ToJson(GradeReader.ReadAll(fields, ofSource: false));
                break;
            case "act":
                json[field] = Identifier(fields, field);
                break;
            case "precededBy":
                json[field] = ToJson(fields.Texts(field) is { Count: > 0 } earlier ? earlier : null);
                break;
            case "summary":
                json[field] = fields.Text(field, required: true);
                break;
            default:
                json[field] = fields.Text(field);
                break;
        }
    }

    // The side of an actor with a name is that of the negotiation's file unless the coder says otherwise; a side that
    // is written as null is unknown, and stays so.
    private static void ReadSide(YamlFields fields, NameResolver names, JsonObject json)
    {
        var isWritten = fields.Has("side");
        var side = names.Read(fields, "side", EntityKind.Party);
        if (!isWritten && json["actor"]?["id"]?.GetValue<string>() is { } actor && names.WithId(actor) is { } entity)
            side = (entity.Kind == EntityKind.Party ? entity.Id : entity.Side) is { } id ? new Name("", id) : null;
        json["sideIsWritten"] = isWritten;
        json["side"] = ToJson(side);
    }

    private static string? ReadRound(YamlFields fields, NameResolver names)
    {
        if (fields.Text("round", required: true) is not { } round)
            return null;
        if (names.Definition.ProblemWithRound(round) is { } problem)
            fields.Error("round", problem);
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
        if (certainty is < 1 or > 5)
            fields.Error("certainty", $"{certainty} is not a number from 1 (a guess) to 5 (sure)");
        return certainty;
    }

    private static TextSpan? ReadEvidence(YamlFields fields, ArticleVersionPublished version)
    {
        var span = SpanReader.Read(fields, version.Text.Length);
        fields.RefuseUnknown();
        return span;
    }

    /// <summary>An identifier: a slug.</summary>
    public static string? Identifier(YamlFields fields, string field)
    {
        var text = fields.Text(field, required: true);
        CheckIdentifier(fields, field, text);
        return text;
    }

    /// <summary>Notes what is no identifier, or too long a one.</summary>
    public static void CheckIdentifier(YamlFields fields, string field, string? text)
    {
        if (text is null)
            return;
        if (Limits.FindProblem("an identifier", text, Limits.Identifier) is { } problem)
            fields.Error(field, problem);
        else if (!Slug.IsValid(text))
            fields.Error(field, $"'{text}' is not an identifier; write it like '{Slug.From(text)}'");
    }

    /// <summary>Notes a name that is too long.</summary>
    public static void CheckName(YamlFields fields, string field, string? text)
    {
        if (text is not null && Limits.FindProblem("a name", text, Limits.Name) is { } problem)
            fields.Error(field, problem);
    }

    private static JsonNode? ToJson<T>(T? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, EventJson.Options);
}
