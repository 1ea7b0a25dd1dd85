using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Negotiations.Coding.PageRules1;

/// <summary>Reads a page by version 1 of the rules.</summary>
/// <remarks>
/// Nothing here changes: positions and hashes of coded files count in the texts that these rules give.
/// </remarks>
internal static class PageReader
{
    /// <summary>The article of a page, in the encoding that AngleSharp finds, else UTF-8.</summary>
    public static ArticlePage Read(byte[] html)
    {
        using var stream = new MemoryStream(html);
        return From(new HtmlParser().ParseDocument(stream));
    }

    /// <summary>The article of a page.</summary>
    public static ArticlePage Read(string html) => From(new HtmlParser().ParseDocument(html));

    private static ArticlePage From(IHtmlDocument page)
    {
        var structured = StructuredData.Find(page);
        var metadata = PageMetadata.Read(page, structured);
        var body = StructuredData.FindBody(structured) is { } stated
            ? ReadStated(stated)
            : PageText.Extract(LargestBlock.Find(page));
        return new(WithHeadline(metadata.Headline, body), metadata);
    }

    // The body of structured data is plain text; some pages put markup there.
    private static string ReadStated(string body) =>
        body.Contains("</", StringComparison.Ordinal)
            ? PageText.Extract(new HtmlParser().ParseDocument(body).Body!)
            : PageText.FromPlainText(body);

    private static string WithHeadline(string? headline, string body) =>
        headline is null || body.StartsWith(headline, StringComparison.Ordinal)
            ? body
            : $"{headline}\n\n{body}".TrimEnd('\n');
}
