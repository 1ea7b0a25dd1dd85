using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules2;

/// <summary>What on a page is not its article: menus, forms, comments, teasers, what is hidden.</summary>
internal static partial class Boilerplate
{
    private static readonly FrozenSet<string> NoText = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "script style noscript template head title nav button input select textarea label iframe object embed svg "
            + "math canvas audio video picture figure figcaption dialog"
        ).Split(' ')
    );

    private static readonly FrozenSet<string> RolesLeftOut = FrozenSet.Create(
        StringComparer.Ordinal,
        "navigation banner contentinfo complementary search dialog alertdialog menu menubar tablist toolbar".Split(' ')
    );

    /// <summary>Whether what is in an element is never text of an article.</summary>
    public static bool IsNoText(IElement element) => NoText.Contains(element.LocalName) || IsHidden(element);

    /// <summary>Whether readers do not see an element.</summary>
    public static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style));

    /// <summary>Whether an element holds what readers say of the article.</summary>
    public static bool IsComment(IElement element) =>
        element.LocalName is not ("html" or "body")
        && (
            element.GetAttribute("itemprop") is "comment"
            || element.GetAttribute("itemtype")?.EndsWith("/Comment", StringComparison.Ordinal) == true
            || CommentName().IsMatch(Names(element))
        );

    /// <summary>Whether an element is called a teaser of other articles, a footer, or the like.</summary>
    public static bool IsNamedOther(IElement element) =>
        element.LocalName is not ("html" or "body" or "main") && OtherName().IsMatch(Names(element));

    /// <summary>Takes out of a page what stands beside the article, also where it is within its element.</summary>
    public static void RemoveWhatIsBeside(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("*").Where(IsBesideArticle).ToList())
        {
            // The whole page can stand in a form, and in a box that is called anything.
            if (element.QuerySelector("h1, article, main, [itemprop~=articleBody]") is null)
                element.Remove();
        }
    }

    private static bool IsBesideArticle(IElement element) =>
        element.LocalName is "nav" or "aside" or "footer" or "form"
        || (element.GetAttribute("role") is { } role && RolesLeftOut.Contains(role.Trim().ToLowerInvariant()))
        || IsNamedOther(element);

    /// <summary>Takes the comments out of a page: they can be longer than the article, and look like one.</summary>
    public static void RemoveComments(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("*").Where(IsComment).ToList())
        {
            // A page that is called after its comments holds its article all the same.
            if (element.QuerySelector("h1, main, [itemprop~=articleBody]") is null)
                element.Remove();
        }
    }

    private static string Names(IElement element) => $" {element.ClassName} {element.Id} ";

    [GeneratedRegex(@"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(
        @"\s(?:(?:article|post|story|page|user|readers?|site|all|fb|wp|disqus)[_-])?"
            + @"(?:comments?|commentlist|respond|disqus|kommentare?|commentaires?)(?:[_-]\w+)*\s",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex CommentName();

    [GeneratedRegex(
        @"\s(?:[\w-]+[_-])?(?:related|teasers?|recommended|recommendations?|promos?|most-?read|read-?(?:next|more)"
            + @"|newsletter|outbrain|taboola|sponsored|share|sharing|breadcrumbs?|more-stories|foot|footer|copyright)"
            + @"(?:[_-](?:articles?|posts?|stories|story|links?|box|list|content|items?|bar|buttons?|form|wrapper"
            + @"|container|section|module|block))?\s",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex OtherName();
}
