using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules1;

/// <summary>Finds the part of a page that is the article.</summary>
internal static class LargestBlock
{
    private const string Paragraphs = "p, li, blockquote, pre, h2, h3, h4, dd";

    /// <summary>
    /// The <c>article</c> with the most text where the page has one; else the element whose paragraphs have the most,
    /// where a paragraph counts whole for the element around it and half for the one around that; else the body.
    /// </summary>
    public static IElement Find(IHtmlDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        var paragraphs = page.QuerySelectorAll(Paragraphs).Where(paragraph => !IsLeftOut(paragraph)).ToList();
        var articles = page.QuerySelectorAll("article, [itemprop=articleBody], [role=article]")
            .Where(article => !IsLeftOut(article))
            .ToList();
        if (Longest(articles, article => PageText.Extract(article).Length) is { } marked)
            return marked;

        var weights = new Dictionary<IElement, double>();
        foreach (var paragraph in paragraphs)
        {
            var length = MeasureText(paragraph);
            if (paragraph.ParentElement is not { } parent)
                continue;
            weights[parent] = weights.GetValueOrDefault(parent) + length;
            if (parent.ParentElement is { } around)
                weights[around] = weights.GetValueOrDefault(around) + (length / 2.0);
        }

        return Longest(page.All.Where(weights.ContainsKey), element => weights[element]) ?? body;
    }

    // What is text of links leads elsewhere.
    private static int MeasureText(IElement paragraph) =>
        PageText.Extract(paragraph).Length - paragraph.QuerySelectorAll("a").Sum(link => PageText.Extract(link).Length);

    // Of two that are as long, the one that comes first.
    private static IElement? Longest(IEnumerable<IElement> elements, Func<IElement, double> lengthOf) =>
        elements
            .Select(element => (Element: element, Length: lengthOf(element)))
            .Where(pair => pair.Length > 0)
            .OrderByDescending(pair => pair.Length)
            .FirstOrDefault()
            .Element;

    private static bool IsLeftOut(IElement element) =>
        PageText.IsLeftOut(element) || element.Ancestors<IElement>().Any(PageText.IsLeftOut);
}
