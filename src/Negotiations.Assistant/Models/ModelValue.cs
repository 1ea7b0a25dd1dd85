using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Assistant;

/// <summary>Reads what a model answers: a value of another kind than was asked for is none.</summary>
internal static class ModelValue
{
    public static string? ReadText(JsonObject answer, string name) =>
        answer[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>().Trim() is { Length: > 0 } text
                ? text
                : null
            : null;

    public static bool ReadFlag(JsonObject answer, string name) =>
        answer[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static int? ReadNumber(JsonObject answer, string name) =>
        answer[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    public static IEnumerable<JsonObject> ReadObjects(JsonObject answer, string name) =>
        (answer[name] as JsonArray ?? []).OfType<JsonObject>();

    public static IReadOnlyList<string> ReadTexts(JsonObject answer, string name) =>
        [
            .. (answer[name] as JsonArray ?? [])
                .OfType<JsonValue>()
                .Where(value => value.GetValueKind() == JsonValueKind.String)
                .Select(value => value.GetValue<string>().Trim())
                .Where(text => text.Length > 0),
        ];
}
