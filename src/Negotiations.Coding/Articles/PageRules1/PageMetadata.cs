using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules1;

/// <summary>
/// What a page says of its article: by its structured data, then by the Open Graph protocol, then by its head.
/// </summary>
internal static class PageMetadata
{
    public static ArticleMetadata Read(IHtmlDocument page, JsonObject? structured) =>
        new()
        {
            Headline = OneLine(
                StructuredData.FindText(structured, "headline") ?? Meta(page, "og:title") ?? Heading(page)
            ),
            Published = StructuredData.FindText(structured, "datePublished")
                ?? Meta(page, "article:published_time")
                ?? Property(page, "datePublished"),
            Modified = StructuredData.FindText(structured, "dateModified")
                ?? Meta(page, "article:modified_time")
                ?? Property(page, "dateModified"),
            Outlet = StructuredData.FindText(structured, "publisher") ?? Meta(page, "og:site_name"),
            Language = StructuredData.FindText(structured, "inLanguage")
                ?? NonEmpty(page.DocumentElement.GetAttribute("lang")),
            Url = StructuredData.FindText(structured, "url")
                ?? Meta(page, "og:url")
                ?? NonEmpty(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")),
        };

    private static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelectorAll("meta")
            .Where(meta => meta.GetAttribute("property") == property || meta.GetAttribute("name") == property)
            .Select(meta => NonEmpty(meta.GetAttribute("content")))
            .FirstOrDefault(content => content is not null);

    // Microdata: the same properties of schema.org as attributes of the page itself.
    private static string? Property(IHtmlDocument page, string property) =>
        page.QuerySelector($"[itemprop={property}]") is { } element
            ? NonEmpty(element.GetAttribute("datetime")) ?? NonEmpty(element.GetAttribute("content"))
            : null;

    private static string? Heading(IHtmlDocument page) =>
        page.QuerySelectorAll("h1")
            .Where(heading => !PageText.IsLeftOut(heading))
            .Select(heading => NonEmpty(PageText.Extract(heading)))
            .FirstOrDefault(text => text is not null);

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? OneLine(string? text) => text is null ? null : PageText.Collapse(text).Trim(' ');
}
