using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules1;

/// <summary>The article in the structured data of a page: JSON-LD with schema.org's vocabulary.</summary>
internal static class StructuredData
{
    private const int Deepest = 8;

    /// <summary>
    /// The first object that is an article, one with a body before one without; null where there is none.
    /// </summary>
    public static JsonObject? Find(IHtmlDocument page)
    {
        var articles = page.QuerySelectorAll("script[type='application/ld+json' i]")
            .Select(script => Parse(script.TextContent))
            .SelectMany(node => ObjectsIn(node, 0))
            .Where(IsArticle)
            .ToList();
        return articles.FirstOrDefault(article => FindBody(article) is not null) ?? articles.FirstOrDefault();
    }

    /// <summary>The body that an article states; null where it states none.</summary>
    public static string? FindBody(JsonObject? article) => FindText(article, "articleBody");

    /// <summary>A property that is a text, or a thing with a name; null where it is neither.</summary>
    public static string? FindText(JsonObject? thing, string property)
    {
        var value = thing?[property] is JsonArray { Count: > 0 } list ? list[0] : thing?[property];
        return value switch
        {
            JsonValue text when text.TryGetValue<string>(out var words) && !string.IsNullOrWhiteSpace(words) =>
                words.Trim(),
            JsonObject named => FindText(named, "name") ?? FindText(named, "@id"),
            _ => null,
        };
    }

    // Pages write what they like there; what is no JSON is passed over, as search engines do.
    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(
                text,
                documentOptions: new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowDuplicateProperties = false,
                }
            );
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonObject> ObjectsIn(JsonNode? node, int depth) =>
        node switch
        {
            _ when depth > Deepest => [],
            JsonObject thing => new[] { thing }.Concat(
                ListMembers(thing).SelectMany(member => ObjectsIn(member, depth + 1))
            ),
            JsonArray list => list.SelectMany(item => ObjectsIn(item, depth + 1)),
            _ => [],
        };

    private static IEnumerable<JsonNode?> ListMembers(JsonObject thing) =>
        new[] { "@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item" }.Select(name => thing[name]);

    private static bool IsArticle(JsonObject thing) =>
        ListTypes(thing)
            .Any(type =>
                type.EndsWith("Article", StringComparison.Ordinal)
                || type.EndsWith("Posting", StringComparison.Ordinal)
                || type == "Report"
            );

    private static IEnumerable<string> ListTypes(JsonObject thing) =>
        (thing["@type"] is JsonArray types ? types : new JsonArray(thing["@type"]?.DeepClone()))
            .OfType<JsonValue>()
            .Select(type => type.TryGetValue<string>(out var name) ? name : "");
}
