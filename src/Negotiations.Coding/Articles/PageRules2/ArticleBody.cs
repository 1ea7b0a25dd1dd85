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
    public const double WholeText = 0.7;

    // What microdata mark is a good part of what the library took: the rest stands around the article.
    private const double GoodPart = 0.4;

    // An article shares nearly all of its triples of words with itself, and next to none with another.
    private const double OtherText = 0.2;

    // What the library takes for a page grows with the square of these.
    private const int MostElements = 50_000;
    private const int MostChildren = 10_000;

    // And with the length of the text times the square of its depth: so much takes two to three seconds.
    private const double MostWork = 6e8;

    // Further up, the block is the page.
    private const int HighestBlock = 10;

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
        var (read, hasOwnHeading) = FindByReadability(page, titles);
        Boilerplate.RemoveWhatIsBeside(page);
        var words = PageWords.List(read);
        var marked = FindMarked(page);
        // Microdata can mark a text twice, or mark what else is on the page too. Then the library is more exact.
        if (PageWords.List(marked) is { Count: >= FewestWords } markedWords)
        {
            if (markedWords.Count <= words.Count && markedWords.Count >= GoodPart * words.Count)
                return marked;
        }

        List<string> titled = [marked, FindTitledArticle(page), FindTitledBlock(page, titles)];
        if (words.Count == 0)
            return titled.Find(text => text.Length > 0) ?? PageText.Extract(page.Body ?? page.DocumentElement);
        // The library takes the longest text of a page. Where that has a headline of its own, it can be another than
        // the one under the page's headline.
        return hasOwnHeading ? titled.Find(text => AreOthers(words, PageWords.List(text))) ?? read : read;
    }

    private static bool AreOthers(IReadOnlyList<string> found, IReadOnlyList<string> titled)
    {
        if (titled.Count < FewestWords)
            return false;
        // Any two texts share words, but hardly three in a row.
        var (ours, theirs) = (PageWords.ListTriples(found), PageWords.ListTriples(titled));
        return PageWords.CountShared(ours, theirs) < OtherText * Math.Min(ours.Count, theirs.Count);
    }

    private static string FindMarked(IHtmlDocument page)
    {
        var bodies = page.QuerySelectorAll("[itemprop~=articleBody]").ToList();
        return string.Join(
            "\n\n",
            bodies
                .Where(body => !body.Ancestors<IElement>().Any(bodies.Contains))
                .Select(PageText.Extract)
                .Where(text => text.Length > 0)
        );
    }

    // The first article with the headline of a page in it.
    private static string FindTitledArticle(IHtmlDocument page) =>
        page.QuerySelectorAll("article, [role=article]")
            .FirstOrDefault(article => article.QuerySelector("h1") is not null)
            is { } titled
            ? PageText.Extract(titled)
            : "";

    // The smallest element in which paragraphs stand under the headline.
    private static string FindTitledBlock(IHtmlDocument page, IReadOnlyList<string> titles)
    {
        var headings = page.QuerySelectorAll("h1");
        var heading = headings.FirstOrDefault(one =>
            titles.Any(title => PageWords.AreAlike(PageText.Extract(one), title))
        ) ?? headings.FirstOrDefault();
        return
            heading
                ?.Ancestors<IElement>()
                .Take(HighestBlock)
                .TakeWhile(block => block.LocalName is not ("body" or "html"))
                .FirstOrDefault(HoldsParagraphs)
                is { } found
            ? PageText.Extract(found)
            : "";
    }

    private static bool HoldsParagraphs(IElement block) =>
        block.QuerySelectorAll("p").Sum(paragraph => PageWords.List(PageText.Extract(paragraph)).Count) >= FewestWords;

    private static (string Text, bool HasOwnHeading) FindByReadability(IHtmlDocument page, IReadOnlyList<string> titles)
    {
        if (
            page.All.Length > MostElements
            || page.All.Any(element => element.ChildElementCount > MostChildren)
            || page.Descendants<IText>().Sum(text => text.Length * Math.Pow(text.Ancestors().Count(), 2)) > MostWork
        )
            return ("", false);
        // It changes the page that it reads. Given a page, it asks the network for nothing; the address is only there
        // to resolve links.
        using var reader = new Reader("https://page.invalid/", (IHtmlDocument)page.Clone())
        {
            DisableJSONLD = true,
            KeepClasses = true,
        };
        if (reader.GetArticle().Content is not { Length: > 0 } content)
            return ("", false);
        var article = new HtmlParser().ParseDocument(content).Body!;
        var text = PageText.ExtractWithout(article, Boilerplate.IsNamedOther);
        if (PageWords.List(text).Count < FewestWords)
            text = PageText.Extract(article);
        var heading = article.QuerySelector("h1, h2, h3") is { } first ? PageText.Extract(first) : "";
        return (
            text,
            heading.Length > 0
                && text.StartsWith(heading, StringComparison.Ordinal)
                && !titles.Any(title => PageWords.AreAlike(heading, title))
        );
    }
}
