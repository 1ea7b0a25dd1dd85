using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Negotiations.Coding.PageRules2;

/// <summary>Finds the text of the article in a page.</summary>
internal static class ArticleBody
{
    public static string Find(IHtmlDocument page, JsonObject? structured, string? headline)
    {
        var stated = StructuredData.FindText(structured, "articleBody") is { } body ? PageText.ReadStated(body) : "";
        var shown = FindShown(page, headline);
        return IsBetter(stated, shown) ? stated : shown;
    }

    /// <summary>
    /// Whether the text that structured data state is to be taken: not where it is only the beginning or a summary of
    /// what the page shows.
    /// </summary>
    public static bool IsBetter(string stated, string shown)
    {
        var (theirs, ours) = (PageWords.List(stated), PageWords.List(shown));
        if (theirs.Count == 0 || ours.Count == 0)
            return theirs.Count > 0;
        return theirs.Count >= 0.7 * ours.Count;
    }

    public static string FindShown(IHtmlDocument page, string? headline)
    {
        var marked = FindMarked(page, headline);
        var read = FindByReadability(page);
        return read.Length > 0 ? read : marked;
    }

    /// <summary>The text of the element that the page marks as the article's; empty where there is none.</summary>
    public static string FindMarked(IHtmlDocument page, string? headline)
    {
        var bodies = page.QuerySelectorAll("[itemprop~=articleBody]").ToList();
        var outer = bodies.Where(body => !body.Ancestors<IElement>().Any(bodies.Contains)).ToList();
        if (outer.Count > 0)
            return string.Join("\n\n", outer.Select(PageText.Extract).Where(text => text.Length > 0));
        var articles = page.QuerySelectorAll("article, [role=article]").ToList();
        var titled = articles.Where(article => article.QuerySelectorAll("h1").Length > 0).DefaultIfEmpty(null).First();
        return titled is null ? "" : PageText.Extract(titled);
    }

    /// <summary>The text of what the Readability library takes for the article; empty where it finds none.</summary>
    public static string FindByReadability(IHtmlDocument page)
    {
        // It changes the page that it reads. Given a page, it never asks the network for one.
        using var reader = new Reader("https://page.invalid/", (IHtmlDocument)page.Clone()) { DisableJSONLD = true };
        var article = reader.GetArticle();
        return article.Content is { Length: > 0 } content
            ? PageText.Extract(new HtmlParser().ParseDocument(content).Body!)
            : "";
    }
}
