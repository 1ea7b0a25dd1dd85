using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules2;

/// <summary>
/// What a page says of its article: by its structured data, then by the Open Graph protocol, then by microdata, then by
/// its head.
/// </summary>
internal static class PageMetadata
{
    public static ArticleMetadata Read(IHtmlDocument page, JsonObject? structured) =>
        new()
        {
            Headline = Line(StructuredData.FindText(structured, "headline"))
                ?? Line(Meta(page, "og:title"))
                ?? ListHeadings(page).FirstOrDefault(),
            Published = StructuredData.FindText(structured, "datePublished")
                ?? Meta(page, "article:published_time")
                ?? Property(page, "datePublished"),
            Modified = StructuredData.FindText(structured, "dateModified")
                ?? Meta(page, "article:modified_time")
                ?? Property(page, "dateModified"),
            Outlet = Line(StructuredData.FindText(structured, "publisher")) ?? Meta(page, "og:site_name"),
            Language = StructuredData.FindText(structured, "inLanguage")
                ?? NonEmpty(page.DocumentElement.GetAttribute("lang")),
            Url = StructuredData.FindText(structured, "url")
                ?? Meta(page, "og:url")
                ?? NonEmpty(page.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href")),
        };

    /// <summary>What the page calls itself in its head.</summary>
    public static IReadOnlyList<string> ListTitles(IHtmlDocument page) =>
        [.. new[] { Line(Meta(page, "og:title")), Line(page.Title) }.OfType<string>()];

    /// <summary>The content of a <c>meta</c> element.</summary>
    public static string? Meta(IHtmlDocument page, string property) =>
        page.QuerySelectorAll("meta")
            .Where(meta => meta.GetAttribute("property") == property || meta.GetAttribute("name") == property)
            .Select(meta => NonEmpty(meta.GetAttribute("content")))
            .FirstOrDefault(content => content is not null);

    // Microdata: the same properties of schema.org as attributes of the page itself. Those of a comment are its own.
    private static string? Property(IHtmlDocument page, string property) =>
        page.QuerySelectorAll($"[itemprop~={property}]")
            .Where(element => !element.GetInclusiveAncestors().OfType<IElement>().Any(Boilerplate.IsComment))
            .Select(element => NonEmpty(element.GetAttribute("datetime")) ?? NonEmpty(element.GetAttribute("content")))
            .FirstOrDefault(time => time is not null);

    /// <summary>Its first headings that readers see.</summary>
    public static IEnumerable<string> ListHeadings(IHtmlDocument page) =>
        page.QuerySelectorAll("h1")
            .Where(heading => !heading.GetInclusiveAncestors().OfType<IElement>().Any(Boilerplate.IsHidden))
            .Select(heading => Line(PageText.Extract(heading)))
            .OfType<string>();

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Line(string? text) => NonEmpty(text) is { } line ? PageText.ReadLine(line) : null;
}
