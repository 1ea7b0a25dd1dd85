using AngleSharp.Html.Parser;

namespace Negotiations.Coding.PageRules2;

/// <summary>Reads a page by version 2 of the rules.</summary>
/// <remarks>What these rules give for a page does not change any more: new rules are a new version.</remarks>
internal static class PageReader
{
    public static ArticlePage Read(byte[] html) => Read(PageEncoding.Decode(html));

    public static ArticlePage Read(string html)
    {
        var page = new HtmlParser().ParseDocument(NestingLimit.Apply(html));
        var titles = PageMetadata.ListTitles(page);
        var structured = StructuredData.FindArticle(
            page,
            PageAddress.Read(page),
            [.. titles, .. PageMetadata.ListHeadings(page)]
        );
        var metadata = PageMetadata.Read(page, structured);
        var entries = LiveBlog.FindEntries(page, structured, titles);
        Boilerplate.RemoveComments(page);
        var body = entries.Count > 0 ? LiveBlog.Write(entries) : ArticleBody.Find(page, structured, titles);
        return new(WithHeadline(metadata.Headline, body), metadata) { Entries = entries };
    }

    private static string WithHeadline(string? headline, string body) =>
        headline is null || body.StartsWith(headline, StringComparison.Ordinal)
            ? body
            : $"{headline}\n\n{body}".TrimEnd('\n');
}
