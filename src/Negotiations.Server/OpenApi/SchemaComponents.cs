using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Server;

/// <summary>The schemas of docs/schema as components of an OpenAPI document.</summary>
/// <remarks>
/// What a schema defines for itself becomes a component <c>schema.definition</c>, and references lead there: within a
/// document a reference counts from its root.
/// </remarks>
internal static class SchemaComponents
{
    private const string Target = "#/components/schemas/";
    private static readonly string[] Definitions = ["$defs", "definitions"];

    /// <summary>A reference to a component.</summary>
    public static JsonObject Refer(string name) => new() { ["$ref"] = $"{Target}{name}" };

    /// <summary>The components for some schemas.</summary>
    public static JsonObject Read(IEnumerable<string> names)
    {
        JsonObject components = [];
        foreach (var name in names.Distinct().Order(StringComparer.Ordinal))
        {
            var schema = ReadSchema(name);
            foreach (var definitions in Definitions)
            {
                if (schema[definitions] is not JsonObject defined)
                    continue;
                schema.Remove(definitions);
                foreach (var (key, value) in defined)
                    components[$"{name}.{key}"] = Rewrite(value!, name);
            }

            schema.Remove("$schema");
            components[name] = Rewrite(schema, name);
        }

        return components;
    }

    private static JsonObject ReadSchema(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"schema/{name}.schema.json")
            ?? throw new InvalidOperationException($"there is no schema '{name}' in docs/schema");
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static JsonNode Rewrite(JsonNode node, string name)
    {
        var copy = node.DeepClone();
        RewriteReferences(copy, name);
        return copy;
    }

    private static void RewriteReferences(JsonNode? node, string name)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                RewriteReferences(item, name);
        if (node is not JsonObject members)
            return;
        if (members["$ref"] is JsonValue reference && reference.TryGetValue(out string? path))
            foreach (var definitions in Definitions)
                if (path.StartsWith($"#/{definitions}/", StringComparison.Ordinal))
                    members["$ref"] = $"{Target}{name}.{path[$"#/{definitions}/".Length..]}";
        if (members["properties"] is JsonObject properties)
            ForbidBySchema(properties);
        foreach (var (key, value) in members.ToList())
            if (key != "$ref")
                RewriteReferences(value, name);
    }

    // That nothing fits may be written "false" too, which readers of OpenAPI do not expect there.
    private static void ForbidBySchema(JsonObject properties)
    {
        foreach (var (key, value) in properties.ToList())
            if (value?.GetValueKind() == JsonValueKind.False)
                properties[key] = new JsonObject { ["not"] = new JsonObject() };
    }
}
