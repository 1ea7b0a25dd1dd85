using System.Text.Json.Nodes;
using static Negotiations.Coding.SchemaParts;

namespace Negotiations.Coding;

public static partial class CodedFileSchema
{
    // What a file of the first form must have besides, and what only the newer form has.
    private static JsonObject FirstFormat()
    {
        JsonObject AtLeastOne(JsonObject items) =>
            new()
            {
                ["type"] = "array",
                ["minItems"] = 1,
                ["items"] = items,
            };
        JsonObject fields = new()
        {
            ["text"] = new JsonObject { ["type"] = "object", ["required"] = Required("sha256", "length") },
            ["published"] = new JsonObject { ["type"] = "object" },
            ["chain"] = AtLeastOne(Reference("firstLink")),
            ["events"] = new JsonObject { ["items"] = Reference("firstReport") },
        };
        foreach (var field in FileDefaults.Fields.Concat(["days", "chains"]))
            fields[field] = false;
        return new() { ["required"] = Required("chain"), ["properties"] = fields };
    }

    private static JsonObject FirstReport() =>
        new()
        {
            ["required"] = Required("round", "details", "modality", "certainty", "act"),
            ["properties"] = new JsonObject
            {
                ["evidence"] = new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = 1,
                    ["items"] = Reference("firstSpan"),
                },
                ["chain"] = new JsonObject { ["type"] = "array", ["items"] = Reference("firstLink") },
                ["known"] = new JsonObject { ["type"] = "object" },
            },
            ["allOf"] = ForEachType(RequiredDetails),
        };

    private static JsonObject FirstSpan() => Strict(Required("start", "end", "sha256"), Span());

    private static JsonObject FirstLink() =>
        new()
        {
            ["type"] = "object",
            ["required"] = Required("kind"),
            ["properties"] = new JsonObject { ["words"] = false, ["at"] = false },
            ["anyOf"] = new JsonArray(
                new JsonObject { ["required"] = ToArray(["start", "end", "sha256"]) },
                new JsonObject { ["required"] = ToArray(["implied"]) }
            ),
        };
}
