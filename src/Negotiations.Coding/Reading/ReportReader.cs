using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads one report of a coded article.</summary>
internal static class ReportReader
{
    // The links of a chain are looked for in the evidence.
    private static readonly string[] Order = [.. ReportFields.All.Where(field => field != "chain"), "chain"];

    private static readonly string[] NeedsText = ["id", "round", "act", "summary"];

    /// <summary>The report; null where its type is unknown. What is wrong is noted.</summary>
    /// <param name="fields">The fields of the report.</param>
    /// <param name="context">The file.</param>
    /// <param name="covers">What the article covers, for a report that does not say.</param>
    public static Report? Read(YamlFields fields, FileContext context, Edtf? covers = null)
    {
        var (version, names) = (context.Version, context.Names);
        if (fields.Text("type", required: true) is not { } typeName)
            return null;
        if (ReportTypes.Find(typeName) is not { } type)
        {
            fields.Error(
                "type",
                $"'{typeName}' is not an event type; there are "
                    + $"{string.Join(", ", ReportTypes.All.Select(known => known.Name))}"
            );
            return null;
        }

        var json = new JsonObject
        {
            ["format"] = DomainEvent.CurrentFormat,
            ["negotiation"] = version.Negotiation,
            ["article"] = version.Article,
            ["version"] = version.Version,
            ["id"] = ReportFields.Identifier(fields, "id"),
        };
        var hasOwnCovers = fields.Has("covers");
        foreach (var field in Order)
            ReportFields.Read(field, fields, context, json);
        if (!hasOwnCovers)
            json["covers"] = covers?.Text;
        var details = fields.Mapping("details", required: !context.IsShort);
        if (context.IsShort && !fields.Contains("details"))
            details = fields.Absent("details");
        if (details is not null)
        {
            DetailReader.Read(details, type, context, json, mayLeaveOut: context.IsShort);
            details.RefuseUnknown();
        }

        fields.RefuseUnknown();
        if (details is null || NeedsText.Any(field => json[field] is null))
            return null;
        var isDerived = json[CorrectionFields.StandingIsDerived]!.GetValue<bool>();
        if (isDerived)
            json["standing"] = EnumText.Format(Standing.Other);
        try
        {
            var report = (Report)json.Deserialize(type, EventJson.Options)!;
            return isDerived ? report with { Standing = names.Standings.Derive(report) } : report;
        }
        catch (JsonException)
        {
            // What is missing or malformed has been noted where it was read.
            return null;
        }
    }
}
