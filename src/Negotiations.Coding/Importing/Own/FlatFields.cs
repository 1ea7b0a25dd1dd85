using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>The fields of a report as features of text, one for each, and back.</summary>
/// <remarks>
/// A text stands as it is, so that people can read and change it. Whatever is no text, and a text that could be taken
/// for something else, stands as JSON.
/// </remarks>
public static class FlatFields
{
    private const string Details = "details";

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The features; those of the details have a prefix.</summary>
    public static IEnumerable<(string Name, string Value)> Flatten(JsonObject fields)
    {
        foreach (var (name, value) in fields)
        {
            if (name == Details && value is JsonObject details)
            {
                foreach (var (detail, given) in details)
                    yield return (ExportedTerms.DetailPrefix + detail, Write(given));
            }
            else
                yield return (name, Write(value));
        }
    }

    /// <summary>The fields of features.</summary>
    /// <exception cref="FormatException">The message names the feature that is not well-formed.</exception>
    public static JsonObject Unflatten(IEnumerable<(string Name, string Value)> features)
    {
        var fields = new JsonObject();
        foreach (var (name, value) in features)
        {
            if (name.StartsWith(ExportedTerms.DetailPrefix, StringComparison.Ordinal))
            {
                if (fields[Details] is not JsonObject details)
                    fields[Details] = details = [];
                details[name[ExportedTerms.DetailPrefix.Length..]] = Read(name, value);
            }
            else
                fields[name] = Read(name, value);
        }

        return fields;
    }

    private static string Write(JsonNode? value) =>
        value is JsonValue text
        && text.GetValueKind() == JsonValueKind.String
        && !LooksLikeJson(text.GetValue<string>())
            ? text.GetValue<string>()
            : value?.ToJsonString(Plain) ?? "null";

    private static JsonNode? Read(string name, string value)
    {
        if (!LooksLikeJson(value))
            return value;
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            // Whoever edits a summary may begin it with a bracket.
            return value[0] is '[' or '{' or '"'
                ? throw new FormatException(
                    $"{name} begins like JSON and is none; put quotation marks around a text that begins so"
                )
                : value;
        }
    }

    private static bool LooksLikeJson(string text) =>
        text.Length > 0 && (text[0] is '[' or '{' or '"' || text is "null" or "true" or "false" || IsNumber(text));

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] == '-') && text.Skip(1).All(char.IsAsciiDigit);
}
