using System.Text.Json.Nodes;

namespace Negotiations.Assistant;

/// <summary>Small JSON schemas in the part of the language that services enforce strictly.</summary>
internal static class ModelSchema
{
    public static JsonObject Object(params IEnumerable<(string Name, JsonNode Schema)> members)
    {
        var all = members.ToList();
        return new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(
                all.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Schema))
            ),
            ["required"] = new JsonArray([.. all.Select(member => (JsonNode)member.Name)]),
            ["additionalProperties"] = false,
        };
    }

    public static JsonObject List(JsonNode items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonObject OneOf(IEnumerable<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    public static JsonObject Text() => new() { ["type"] = "string" };

    public static JsonObject TextOrNull() => new() { ["type"] = new JsonArray("string", "null") };

    public static JsonObject Number() => new() { ["type"] = "integer" };

    public static JsonObject NumberOrNull() => new() { ["type"] = new JsonArray("integer", "null") };

    public static JsonObject Flag() => new() { ["type"] = "boolean" };

    public static JsonObject FlagOrNull() => new() { ["type"] = new JsonArray("boolean", "null") };
}
