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
        var marked = LiveBlog.FindMarked(page, structured);
        var timed = LiveBlog.FindTimed(page, structured, titles);
        Boilerplate.RemoveComments(page);
        var shown = ArticleBody.Find(page, structured, titles);
        // Three dated teasers beside an article about where people live are no live blog.
        var areEntries = LiveBlog.CountWords(timed) >= ArticleBody.WholeText * PageWords.List(shown).Count;
        var entries = areEntries && LiveBlog.CountWords(timed) > LiveBlog.CountWords(marked) ? timed : marked;
        var body = entries.Count > 0 ? LiveBlog.Write(entries) : shown;
        return new(WithHeadline(metadata.Headline, body), metadata) { Entries = entries };
    }

    private static string WithHeadline(string? headline, string body) =>
        headline is null || body.StartsWith(headline, StringComparison.Ordinal)
            ? body
            : $"{headline}\n\n{body}".TrimEnd('\n');
}
