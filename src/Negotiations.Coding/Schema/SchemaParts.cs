using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>The parts of which a JSON Schema is put together.</summary>
internal static class SchemaParts
{
    public static JsonObject Root(string title, JsonObject schema, JsonObject definitions)
    {
        var root = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach (var (key, value) in schema.ToList())
        {
            schema.Remove(key);
            root[key] = value;
        }

        if (definitions.Count > 0)
            root["definitions"] = definitions;
        return root;
    }

    public static JsonObject Strict(JsonArray required, params (string Name, JsonNode Schema)[] properties)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (required.Count > 0)
            schema["required"] = required;
        schema["properties"] = new JsonObject(
            properties.Select(property => KeyValuePair.Create(property.Name, (JsonNode?)property.Schema))
        );
        schema["additionalProperties"] = false;
        return schema;
    }

    public static (string, JsonNode) Copy((string Name, JsonNode Schema) property) =>
        (property.Name, property.Schema.DeepClone());

    public static JsonArray Required(params IEnumerable<string> names) => ToArray(names);

    public static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    public static JsonObject Matching(string pattern, string description) =>
        new()
        {
            ["type"] = "string",
            ["pattern"] = pattern,
            ["description"] = description,
        };

    public static JsonObject Nullable(string type, string? description)
    {
        var schema = new JsonObject { ["type"] = ToArray([type, "null"]) };
        if (description is not null)
            schema["description"] = description;
        return schema;
    }

    public static JsonObject OneOrSeveral(string description, bool isNullable = false) =>
        new()
        {
            ["type"] = ToArray(isNullable ? ["string", "array", "null"] : ["string", "array"]),
            ["items"] = new JsonObject { ["type"] = "string" },
            ["minItems"] = 1,
            ["description"] = description,
        };

    public static JsonObject Number(string description, int minimum, int? maximum = null)
    {
        var schema = new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = minimum,
            ["description"] = description,
        };
        if (maximum is not null)
            schema["maximum"] = maximum;
        return schema;
    }

    public static JsonObject Array(JsonObject items, string description, int minimum = 0)
    {
        var schema = new JsonObject
        {
            ["type"] = "array",
            ["items"] = items,
            ["description"] = description,
        };
        if (minimum > 0)
            schema["minItems"] = minimum;
        return schema;
    }

    public static JsonObject Words<T>(string description)
        where T : struct, Enum =>
        new() { ["enum"] = ToArray(EnumReader.ListWords(typeof(T)).Keys), ["description"] = description };

    /// <summary>A reference with a description, which would be ignored beside it.</summary>
    public static JsonObject Reference(string name, string description) =>
        new() { ["allOf"] = new JsonArray(Reference(name)), ["description"] = description };

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    public static JsonArray ToArray(IEnumerable<string> values) => new([.. values.Select(value => (JsonNode?)value)]);
}
