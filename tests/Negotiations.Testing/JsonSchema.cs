using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Negotiations.Testing;

/// <summary>
/// Checks JSON by a JSON Schema, in the keywords that this project's schemas use; any other keyword is an error.
/// </summary>
/// <remarks>
/// Small and own only because no validator with a permissive licence covers <c>if</c> and <c>then</c> on every package
/// source that the tests must run with.
/// </remarks>
public sealed class JsonSchema(JsonNode root)
{
    /// <summary>Reads a schema.</summary>
    public static JsonSchema Parse(string json) => new(JsonNode.Parse(json)!);

    /// <summary>What in some JSON does not fit the schema.</summary>
    public IReadOnlyList<string> Errors(JsonNode? json) => [.. Check(root, json, "$")];

    /// <summary>Whether some JSON fits the schema.</summary>
    public bool Fits(JsonNode? json) => Errors(json).Count == 0;

    private IEnumerable<string> Check(JsonNode schema, JsonNode? json, string path)
    {
        if (schema is JsonValue always)
            return always.GetValue<bool>() ? [] : [$"{path}: nothing is allowed here"];
        return schema
            .AsObject()
            .SelectMany(keyword => Check(schema.AsObject(), keyword.Key, keyword.Value!, json, path));
    }

    private IEnumerable<string> Check(JsonObject schema, string keyword, JsonNode value, JsonNode? json, string path)
    {
        switch (keyword)
        {
            case "$schema"
            or "$id"
            or "title"
            or "description"
            or "$defs"
            or "definitions"
            or "then"
            or "else"
            or "additionalProperties"
            or "examples"
            or "$comment":
                return keyword == "additionalProperties" && json is JsonObject
                    ? Additional(schema, value, json.AsObject(), path)
                    : [];
            case "$ref":
                return Check(
                    value.GetValue<string>().Split('/').Skip(1).Aggregate(root, (node, step) => node[step]!),
                    json,
                    path
                );
            case "type":
                var types = value is JsonArray several
                    ? several.Select(type => type!.GetValue<string>())
                    : [value.GetValue<string>()];
                return Ensure(types.Any(type => HasType(type, json)), $"{path}: is not {value.ToJsonString()}");
            case "enum":
                return Ensure(
                    value.AsArray().Any(allowed => JsonNode.DeepEquals(allowed, json)),
                    $"{path}: is not one of {value.ToJsonString()}"
                );
            case "const":
                return Ensure(JsonNode.DeepEquals(value, json), $"{path}: is not {value.ToJsonString()}");
            case "pattern":
                return Ensure(
                    json is not JsonValue
                        || !HasType("string", json)
                        || Regex.IsMatch(json.GetValue<string>(), value.GetValue<string>()),
                    $"{path}: does not match {value}"
                );
            case "format":
                return Ensure(
                    !HasType("string", json) || HasFormat(value.GetValue<string>(), json!.GetValue<string>()),
                    $"{path}: is no {value}"
                );
            case "minimum":
                return Ensure(!HasType("number", json) || Number(json!) >= Number(value), $"{path}: is below {value}");
            case "maximum":
                return Ensure(!HasType("number", json) || Number(json!) <= Number(value), $"{path}: is above {value}");
            case "minItems":
                return Ensure(
                    json is not JsonArray items || items.Count >= Number(value),
                    $"{path}: has fewer than {value} items"
                );
            case "minProperties":
                return Ensure(
                    json is not JsonObject members || members.Count >= Number(value),
                    $"{path}: has fewer than {value} properties"
                );
            case "uniqueItems":
                return Ensure(
                    json is not JsonArray list
                        || list.Select(item => item?.ToJsonString()).Distinct().Count() == list.Count,
                    $"{path}: has an item twice"
                );
            case "required":
                return json is JsonObject fields
                    ? value
                        .AsArray()
                        .Select(name => name!.GetValue<string>())
                        .Where(name => !fields.ContainsKey(name))
                        .Select(name => $"{path}: lacks '{name}'")
                    : [];
            case "properties":
                return json is JsonObject there
                    ? value
                        .AsObject()
                        .Where(property => there.ContainsKey(property.Key))
                        .SelectMany(property => Check(property.Value!, there[property.Key], $"{path}.{property.Key}"))
                    : [];
            case "items":
                return json is JsonArray each ? each.SelectMany((item, i) => Check(value, item, $"{path}[{i}]")) : [];
            case "allOf":
                return value.AsArray().SelectMany(part => Check(part!, json, path));
            case "anyOf":
                return Ensure(
                    value.AsArray().Any(part => !Check(part!, json, path).Any()),
                    $"{path}: fits none of the alternatives"
                );
            case "if":
                return schema[Check(value, json, path).Any() ? "else" : "then"] is { } then
                    ? Check(then, json, path)
                    : [];
            default:
                throw new NotSupportedException(
                    $"the keyword '{keyword}' is not checked here; add it before a schema uses it"
                );
        }
    }

    private IEnumerable<string> Additional(JsonObject schema, JsonNode value, JsonObject json, string path) =>
        json.Where(member => schema["properties"]?.AsObject().ContainsKey(member.Key) != true)
            .SelectMany(member => Check(value, member.Value, $"{path}.{member.Key}"));

    private static IEnumerable<string> Ensure(bool holds, string error) => holds ? [] : [error];

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool HasFormat(string format, string text) =>
        format switch
        {
            "uuid" => Guid.TryParseExact(text, "D", out _),
            "date-time" => Regex.IsMatch(text, @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            _ => throw new NotSupportedException(
                $"the format '{format}' is not checked here; add it before a schema uses it"
            ),
        };

    private static bool HasType(string type, JsonNode? json) =>
        (type, json?.GetValueKind() ?? JsonValueKind.Null) switch
        {

            ("null", JsonValueKind.Null)
            or
            ("object", JsonValueKind.Object)
            or
            ("array", JsonValueKind.Array)
            or
            ("string", JsonValueKind.String)
            or
            ("number", JsonValueKind.Number)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => Number(json!) % 1 == 0,
            _ => false,
        };
}
