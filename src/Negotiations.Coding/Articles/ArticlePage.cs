using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Negotiations.Coding;

/// <summary>
/// An article as a web page shows it: the text without the page around it, and what the page says of it.
/// </summary>
/// <remarks>
/// The rules by which the text is taken stand in <c>docs/texts.md</c>: whoever follows them gets the same positions.
/// </remarks>
/// <param name="Text">Headline and body, paragraphs with an empty line between them; empty where the page has
/// none.</param>
/// <param name="Metadata">What the page says of the article.</param>
public sealed record ArticlePage(string Text, ArticleMetadata Metadata)
{
    /// <summary>Reads a page; whatever is malformed in it is read as browsers do (WHATWG HTML, section 13.2).</summary>
    public static ArticlePage Read(string html) => From(new HtmlParser().ParseDocument(html));

    /// <summary>
    /// Reads a page in the encoding that its byte order mark or its own declaration gives, else UTF-8.
    /// </summary>
    public static ArticlePage Read(Stream html) => From(new HtmlParser().ParseDocument(html));

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
