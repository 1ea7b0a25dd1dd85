using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules2;

/// <summary>The article in the structured data of a page: JSON-LD with schema.org's vocabulary.</summary>
internal static class StructuredData
{
    private const int Deepest = 16;

    // Lists of other articles (itemListElement, hasPart, …) are no places for the page's own.
    private static readonly string[] Places = ["@graph", "mainEntity", "mainEntityOfPage", "item"];

    /// <summary>The object of the page's own article; null where there is none.</summary>
    public static JsonObject? FindArticle(IHtmlDocument page, PageAddress address, IReadOnlyList<string> headings)
    {
        var objects = page.QuerySelectorAll("script[type='application/ld+json' i]")
            .Select(script => Parse(script.TextContent))
            .SelectMany(node => ListObjects(node, 0))
            .ToList();
        // What the page says that it is about, by the identifier of that.
        var mainIds = objects
            .Where(thing => !IsArticle(thing))
            .Select(thing => FindId(thing["mainEntity"]))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return objects
            .Where(IsArticle)
            .Select((article, i) => (Article: article, Place: i, Rank: Rank(article, address, headings, mainIds)))
            .Where(candidate => candidate.Rank >= 0)
            .OrderByDescending(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.Place)
            .FirstOrDefault()
            .Article;
    }

    /// <summary>A property that is a text, or a thing with a name; null where it is neither.</summary>
    public static string? FindText(JsonObject? thing, string property)
    {
        var value = thing?[property] is JsonArray { Count: > 0 } list ? list[0] : thing?[property];
        return value switch
        {
            JsonValue text when text.TryGetValue<string>(out var words) && !string.IsNullOrWhiteSpace(words) =>
                words.Trim(),
            JsonObject named => FindText(named, "name") ?? FindText(named, "@value") ?? FindText(named, "@id"),
            _ => null,
        };
    }

    /// <summary>The updates of a live blog, in their order; none where it is no live blog.</summary>
    public static IEnumerable<JsonObject> ListUpdates(JsonObject? article) =>
        article?["liveBlogUpdate"] switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => [],
        };

    /// <summary>Whether an object is of a type of schema.org, with or without the address of the vocabulary.</summary>
    public static bool IsOfType(JsonObject thing, Func<string, bool> isWanted) =>
        ListTypes(thing["@type"], 0).Any(type => isWanted(type[(type.LastIndexOfAny(['/', '#', ':']) + 1)..]));

    private static bool IsArticle(JsonObject thing) =>
        IsOfType(thing, type =>
            type.EndsWith("Article", StringComparison.Ordinal)
            || type.EndsWith("Posting", StringComparison.Ordinal)
            || type == "Report"
        );

    // The higher, the surer is it that this is the page's own article; below nothing, it is another.
    private static int Rank(
        JsonObject article,
        PageAddress address,
        IReadOnlyList<string> headings,
        IReadOnlySet<string> mainIds
    )
    {
        var addresses = new[]
        {
            FindText(article, "url"),
            FindText(article, "@id"),
            FindId(article["mainEntityOfPage"]),
        }
            .OfType<string>()
            .ToList();
        var hasHeadline =
            FindText(article, "headline") is { } headline && headings.Any(other => PageWords.AreAlike(headline, other));
        var isHere = addresses.Any(address.IsThis);
        // A fragment of this page or a name is no address of another.
        var isElsewhere = !isHere && addresses.Any(address.IsOther);
        if (isElsewhere && !hasHeadline)
            return -1;
        return (isHere ? 8 : 0)
            + (FindId(article) is { } id && mainIds.Contains(id) ? 8 : 0)
            + (hasHeadline ? 4 : 0)
            + (FindText(article, "articleBody") is not null || ListUpdates(article).Any() ? 2 : 0)
            + (article["mainEntityOfPage"] is not null ? 1 : 0);
    }

    private static string? FindId(JsonNode? node) =>
        node switch
        {
            JsonObject thing => FindText(thing, "@id") ?? FindText(thing, "url"),
            JsonArray { Count: > 0 } list => FindId(list[0]),
            JsonValue text when text.TryGetValue<string>(out var id) => id,
            _ => null,
        };

    // Pages write what they like there; what is no JSON is passed over, as search engines do.
    private static JsonNode? Parse(string text)
    {
        try
        {
            return ParseJson(text);
        }
        catch (JsonException)
        {
            // Line ends within a text are the most frequent fault, and comments of old browsers around it all.
            try
            {
                return ParseJson(PageWords.RemoveControls(Uncomment(text)));
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private static JsonNode? ParseJson(string text) =>
        JsonNode.Parse(
            text,
            documentOptions: new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                AllowDuplicateProperties = false,
            }
        );

    private static string Uncomment(string text)
    {
        var start = text.IndexOfAny(['{', '[']);
        var end = text.LastIndexOfAny(['}', ']']);
        return start >= 0 && end > start ? text[start..(end + 1)].Replace("<!--", "", StringComparison.Ordinal) : text;
    }

    private static IEnumerable<JsonObject> ListObjects(JsonNode? node, int depth) =>
        node switch
        {
            _ when depth > Deepest => [],
            JsonObject thing => new[] { thing }.Concat(
                Places.SelectMany(place => ListObjects(thing[place], depth + 1))
            ),
            JsonArray list => list.SelectMany(item => ListObjects(item, depth + 1)),
            _ => [],
        };

    // A list of types can hold lists.
    private static IEnumerable<string> ListTypes(JsonNode? node, int depth) =>
        node switch
        {
            JsonValue type when type.TryGetValue<string>(out var name) => [name],
            JsonArray types when depth < Deepest => types.SelectMany(type => ListTypes(type, depth + 1)),
            _ => [],
        };
}
