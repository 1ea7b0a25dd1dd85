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
        "issue",
        "ended",
        "happened",
        "happenedFrom",
        "timeOfDay",
        "lookingBack",
        "covers",
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
    public static void Read(string field, YamlFields fields, FileContext context, JsonObject json)
    {
        var (names, version) = (context.Names, context.Version);
        if (context.IsShort && json.ContainsKey("id") && !fields.Has(field) && ReadLeftOut(field, context, json))
            return;
        switch (field)
        {
            case "actor":
                ReadActors(fields, names, json);
                break;
            case "target":
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
                ReadRounds(fields, names, json);
                break;
            case "issue":
                json[field] = ToJson(names.ReadIssue(fields, field));
                break;
            case "happened":
                ReadHappened(fields, context, json);
                break;
            case "timeOfDay":
                json[field] = fields.Value(field, ReadTimeOfDay);
                break;
            case "covers":
                json[field] = ToJson(ReadCovers(fields));
                break;
            case "ended" or "lookingBack":
                json[field] = fields.Flag(field) ?? false;
                break;
            case "known":
                json[field] = ToJson(PublicationReader.Read(fields, field, context.IsShort, names.Definition));
                break;
            case "chain":
                json[field] = ToJson<IReadOnlyList<ChainLink>>([
                    .. ChainReader.Read(fields, context, ListEvidence(json) ?? context.CorrectedEvidence),
                    .. version.Chain,
                ]);
                break;
            case "standing":
                ReadStanding(fields, json);
                break;
            case "modality":
                json[field] = ToJson(EnumReader.Read<Modality>(fields, field, required: true));
                break;
            case "evidence":
                json[field] = ToJson(EvidenceReader.Read(fields, context));
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
        if (!isWritten && json["actor"]?["id"]?.GetValue<string>() is { } actor && names.WithId(actor) is not null)
            side = names.FindSide(actor) is { } id ? new Name("", id) : null;
        json["sideIsWritten"] = isWritten;
        json["side"] = ToJson(side);
    }

    // One that is left out, or is null, follows from the rest, which is not read yet.
    private static void ReadStanding(YamlFields fields, JsonObject json)
    {
        var isWritten = fields.IsGiven("standing");
        json["standing"] = ToJson(EnumReader.Read<Standing>(fields, "standing", required: isWritten));
        json[CorrectionFields.StandingIsDerived] = !isWritten;
    }

    // The first of several is the actor; the others are on the sides that the negotiation's file gives them.
    private static void ReadActors(YamlFields fields, NameResolver names, JsonObject json)
    {
        var actors = (fields.TextOrTexts("actor") ?? [])
            .Select(form => names.Resolve(fields, "actor", form))
            .OfType<Name>()
            .ToList();
        foreach (var twice in actors.GroupBy(actor => actor.Id).Where(group => group.Count() > 1))
            fields.Error("actor", $"'{twice.Last().Written}' is there twice");
        var joint = actors
            .Skip(1)
            .Select(actor => new Doer(actor, names.FindSide(actor.Id) is { } side ? new Name("", side) : null))
            .ToList();
        json["actor"] = ToJson(actors.FirstOrDefault());
        json[CorrectionFields.Joint] = ToJson(joint.Count > 0 ? joint : null);
    }

    /// <summary>The round, or several.</summary>
    public static void ReadRounds(YamlFields fields, NameResolver names, JsonObject json)
    {
        var rounds = fields.TextOrTexts("round", required: true) ?? [];
        foreach (var problem in rounds.Select(names.Definition.ProblemWithRound).OfType<string>())
            fields.Error("round", problem);
        foreach (var twice in rounds.GroupBy(round => round).Where(group => group.Count() > 1))
            fields.Error("round", $"'{twice.Key}' is there twice");
        json["round"] = rounds.Count > 0 ? rounds[0] : null;
        json[CorrectionFields.FurtherRounds] = ToJson(rounds.Count > 1 ? rounds.Skip(1).ToList() : null);
    }

    /// <summary>The days whose news is told: a day, or an interval of days.</summary>
    public static Edtf? ReadCovers(YamlFields fields)
    {
        var covers = fields.Value("covers", Edtf.Parse);
        if (
            covers
            is null
                or { Precision: DatePrecision.Day }
                or { Precision: DatePrecision.Interval, Bounds: { Earliest: not null, Latest: not null } }
        )
            return covers;
        fields.Error(
            "covers",
            $"'{covers.Text}' is neither a day nor an interval of days; write 2025-05-14 or 2025-05-13/2025-05-14"
        );
        return null;
    }

    /// <summary>A time of day, in its written form.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string ReadTimeOfDay(string text)
    {
        TimeOfDay.Parse(text);
        return text;
    }

    /// <summary>How sure the coder is.</summary>
    public static int? ReadCertainty(YamlFields fields)
    {
        var certainty = fields.Number("certainty", required: true);
        if (certainty is < 1 or > 5)
            fields.Error("certainty", $"{certainty} is not a number from 1 (a guess) to 5 (sure)");
        return certainty;
    }

    // What a report does not say follows from its identifier, or from what the file says once.
    private static bool ReadLeftOut(string field, FileContext context, JsonObject json)
    {
        var value = field == "act" ? json["id"] : context.Defaults.Values[field];
        if (value is null)
            return field is "happenedFrom" or "timeOfDay" && json.ContainsKey(field);
        json[field] = value.DeepClone();
        if (field == "round" && context.Defaults.Values[CorrectionFields.FurtherRounds] is { } further)
            json[CorrectionFields.FurtherRounds] = further.DeepClone();
        return true;
    }

    private static void ReadHappened(YamlFields fields, FileContext context, JsonObject json)
    {
        if (fields.Peek("happened") is not { } text || !context.Days.TryGetValue(text, out var day))
        {
            json["happened"] = ToJson(fields.Value("happened", written => ReadDate(written, context)));
            return;
        }

        fields.Text("happened");
        json["happened"] = ToJson(day.Happened);
        if (day.From is not null)
            json["happenedFrom"] = day.From;
        if (day.TimeOfDay is not null)
            json["timeOfDay"] = day.TimeOfDay;
    }

    private static Edtf ReadDate(string text, FileContext context)
    {
        try
        {
            return WrittenDates.Read(text, context);
        }
        catch (FormatException exception) when (context.IsShort && text.Any(char.IsLetter))
        {
            throw new FormatException(
                $"{exception.Message}, nor a day of the file"
                    + (
                        context.Days.Count == 0
                            ? $"; write the day, such as {WrittenDates.FormatExample(context)}, or name one at the top "
                                + $"of the file, such as days: {{{text}: {WrittenDates.FormatExample(context)}}}"
                            : SpellingSuggestions.Question(text, context.Days.Keys)
                    ),
                exception
            );
        }
    }

    private static List<TextSpan>? ListEvidence(JsonObject json) =>
        json["evidence"]?.Deserialize<List<TextSpan?>>(EventJson.Options)?.OfType<TextSpan>().ToList();

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
