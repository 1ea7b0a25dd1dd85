using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace Negotiations.Coding.PageRules2;

/// <summary>Finds the text of the article in a page.</summary>
internal static class ArticleBody
{
    // Less is a byline or a caption.
    private const int FewestWords = 20;

    // Structured data hold the whole text, a summary of it, or nothing.
    private const double WholeText = 0.7;

    // What microdata mark is a good part of what the library took: the rest stands around the article.
    private const double GoodPart = 0.4;

    // Two texts of one language share a good many words, of the article with itself nearly all.
    private const double OtherText = 0.2;

    /// <summary>
    /// The text in the structured data, unless the page shows one to which that is a summary; else the text that the
    /// page shows.
    /// </summary>
    public static string Find(IHtmlDocument page, JsonObject? structured, IReadOnlyList<string> titles)
    {
        var shown = FindShown(page, titles);
        if (StructuredData.FindText(structured, "articleBody") is not { } body)
            return shown;
        var stated = PageText.ReadStated(body);
        var (statedWords, shownWords) = (PageWords.List(stated), PageWords.List(shown));
        return statedWords.Count >= WholeText * shownWords.Count || AreOthers(shownWords, statedWords) ? stated : shown;
    }

    /// <summary>
    /// The text that the page shows: what the Readability library finds, corrected by what the page says of itself.
    /// </summary>
    private static string FindShown(IHtmlDocument page, IReadOnlyList<string> titles)
    {
        var read = FindByReadability(page);
        var words = PageWords.List(read);
        var marked = FindMarked(page);
        // Microdata can mark a text twice, or mark what else is on the page too. Then the library is more exact.
        if (PageWords.List(marked) is { Count: >= FewestWords } markedWords)
        {
            if (markedWords.Count <= words.Count && markedWords.Count >= GoodPart * words.Count)
                return marked;
        }

        // The library takes the longest text of a page, which can be another than the one under the headline.
        List<string> titled = [marked, FindTitledArticle(page), FindTitledBlock(page, titles)];
        return words.Count == 0
            ? titled.Find(text => text.Length > 0) ?? Extract(page.Body ?? page.DocumentElement)
            : titled.Find(text => AreOthers(words, PageWords.List(text))) ?? read;
    }

    private static bool AreOthers(IReadOnlyList<string> found, IReadOnlyList<string> titled) =>
        titled.Count >= FewestWords
        && PageWords.CountShared(found, titled) < OtherText * Math.Min(found.Count, titled.Count);

    private static string FindMarked(IHtmlDocument page)
    {
        var bodies = page.QuerySelectorAll("[itemprop~=articleBody]").Where(body => !IsBeside(body)).ToList();
        return string.Join(
            "\n\n",
            bodies
                .Where(body => !body.Ancestors<IElement>().Any(bodies.Contains))
                .Select(Extract)
                .Where(text => text.Length > 0)
        );
    }

    // The first article with the headline of a page in it.
    private static string FindTitledArticle(IHtmlDocument page) =>
        page.QuerySelectorAll("article, [role=article]")
            .Where(article => article.QuerySelector("h1") is not null)
            .Select(Extract)
            .FirstOrDefault("");

    // The smallest element in which paragraphs stand under the headline.
    private static string FindTitledBlock(IHtmlDocument page, IReadOnlyList<string> titles)
    {
        var headings = page.QuerySelectorAll("h1").Where(heading => !IsBeside(heading)).ToList();
        var heading = headings.Find(heading => IsTitle(PageText.Extract(heading))) ?? headings.FirstOrDefault();
        for (
            var block = heading?.ParentElement;
            block is { LocalName: not ("body" or "html") };
            block = block.ParentElement
        )
        {
            var paragraphs = block.QuerySelectorAll("p").Where(paragraph => !IsBeside(paragraph));
            if (paragraphs.Sum(paragraph => PageWords.List(Extract(paragraph)).Count) >= FewestWords)
                return Extract(block);
        }

        return "";

        bool IsTitle(string text) => titles.Any(title => PageWords.AreAlike(text, title));
    }

    private static bool IsBeside(IElement element) =>
        element.GetInclusiveAncestors().OfType<IElement>().Any(Boilerplate.IsBesideArticle);

    private static string Extract(IElement element) => PageText.ExtractWithout(element, Boilerplate.IsBesideArticle);

    private static string FindByReadability(IHtmlDocument page)
    {
        // It changes the page that it reads. Given a page, it asks the network for nothing; the address is only there
        // to resolve links.
        using var reader = new Reader("https://page.invalid/", (IHtmlDocument)page.Clone()) { DisableJSONLD = true };
        var article = reader.GetArticle();
        return article.Content is { Length: > 0 } content
            ? PageText.Extract(new HtmlParser().ParseDocument(content).Body!)
            : "";
    }
}
