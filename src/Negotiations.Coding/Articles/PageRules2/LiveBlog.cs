using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules2;

/// <summary>The entries of a live blog, each with its time, in the order of the page.</summary>
internal static partial class LiveBlog
{
    // Two headlines with their times can stand on any page.
    private const int FewestEntries = 3;

    // A sentence: less around a time is a heading, and the entry follows it.
    private const int ShortestText = 40;

    /// <summary>
    /// The entries by structured data, by microdata or by the times in the page, whichever has the most text; none
    /// where the page is no live blog.
    /// </summary>
    public static IReadOnlyList<ArticlePageEntry> FindEntries(
        IHtmlDocument page,
        JsonObject? structured,
        IReadOnlyList<string> titles
    )
    {
        var isStated = structured is not null && StructuredData.IsOfType(structured, type => type == "LiveBlogPosting");
        IReadOnlyList<ArticlePageEntry>[] found =
        [
            [.. StructuredData.ListUpdates(structured).Select(ReadUpdate).Where(HasText)],
            [.. page.QuerySelectorAll("[itemprop~=liveBlogUpdate]").Select(ReadMicrodata).Where(HasText)],
            FindTimed(page, isStated || titles.Any(title => LiveTitle().IsMatch(title)), isStated ? 2 : FewestEntries),
        ];
        return found.MaxBy(entries => entries.Sum(entry => PageWords.List(entry.Text).Count))!;
    }

    /// <summary>The text of entries: of each its time, its headline and its text, as paragraphs.</summary>
    public static string Write(IEnumerable<ArticlePageEntry> entries) =>
        string.Join(
            "\n\n",
            entries
                .SelectMany(entry => new[] { entry.Time, entry.Headline, entry.Text })
                .Where(part => !string.IsNullOrEmpty(part))
        );

    private static bool HasText(ArticlePageEntry entry) => entry.Text.Length > 0 || entry.Headline is not null;

    private static ArticlePageEntry ReadUpdate(JsonObject update)
    {
        var headline = StructuredData.FindText(update, "headline") ?? StructuredData.FindText(update, "name");
        var text = StructuredData.FindText(update, "articleBody") ?? StructuredData.FindText(update, "text");
        return Entry(
            StructuredData.FindText(update, "datePublished") ?? StructuredData.FindText(update, "dateModified"),
            headline is null ? null : PageText.ReadLine(headline),
            text is null ? "" : PageText.ReadStated(text)
        );
    }

    private static ArticlePageEntry ReadMicrodata(IElement update)
    {
        var published = update.QuerySelector("[itemprop~=datePublished]") ?? update.QuerySelector("time[datetime]");
        var headline = update.QuerySelector("[itemprop~=headline], [itemprop~=name]");
        var body = update.QuerySelector("[itemprop~=articleBody], [itemprop~=text]");
        return Entry(
            published?.GetAttribute("datetime") ?? published?.GetAttribute("content"),
            headline is null ? null : headline.GetAttribute("content") ?? PageText.Extract(headline),
            body is null ? Extract([update], published, headline) : PageText.Extract(body)
        );
    }

    // Without a vocabulary an entry is what stands between one time and the next beneath one element.
    private static IReadOnlyList<ArticlePageEntry> FindTimed(IHtmlDocument page, bool isLive, int fewest)
    {
        var timed = page.QuerySelectorAll("time[datetime]")
            .Where(time => !time.GetInclusiveAncestors().Any(IsNoEntry))
            .Select(time => (Time: time, Start: FindStart(time)))
            .Where(entry => entry.Start.ParentElement is not null)
            .GroupBy(entry => entry.Start.ParentElement!)
            .Where(group => group.Count() >= fewest && (isLive || IsCalledLive(group.Key)))
            .MaxBy(group => group.Count());
        if (timed is null)
            return [];
        var starts = timed.Select(entry => entry.Start).ToHashSet();
        return
        [
            .. timed
                .Select(entry =>
                {
                    List<IElement> parts = [entry.Start];
                    if (PageText.Extract(entry.Start).Length - PageText.Extract(entry.Time).Length < ShortestText)
                        parts.AddRange(ListFollowing(entry.Start).TakeWhile(part => !starts.Contains(part)));
                    var heading = parts
                        .SelectMany(part => part.DescendantsAndSelf<IElement>())
                        .FirstOrDefault(element => element.LocalName is "h2" or "h3" or "h4" or "h5" or "h6");
                    var headline = heading is null ? null : Extract([heading], entry.Time, null);
                    return Entry(entry.Time.GetAttribute("datetime"), headline, Extract(parts, entry.Time, heading));
                })
                .Where(HasText),
        ];
    }

    private static bool IsNoEntry(INode node) =>
        node is IElement element
        && (
            Boilerplate.IsHidden(element)
            || Boilerplate.IsComment(element)
            || Boilerplate.IsNamedOther(element)
            || element.LocalName is "nav" or "aside" or "footer"
        );

    // The largest element in which this is the only time.
    private static IElement FindStart(IElement time)
    {
        var start = time;
        while (start.ParentElement is { LocalName: not "body" } parent && !ListTimes(parent).Skip(1).Any())
            start = parent;
        return start;
    }

    private static IEnumerable<IElement> ListTimes(IElement element) =>
        element.Descendants<IElement>().Where(inner => inner.LocalName == "time" && inner.HasAttribute("datetime"));

    private static IEnumerable<IElement> ListFollowing(IElement element)
    {
        for (var next = element.NextElementSibling; next is not null; next = next.NextElementSibling)
            yield return next;
    }

    private static bool IsCalledLive(IElement container) =>
        container
            .DescendantsAndSelf<IElement>()
            .Take(10)
            .Concat(container.Ancestors<IElement>())
            .Any(element => LiveName().IsMatch($" {element.ClassName} {element.Id} "));

    // A heading can hold its time, and a time its heading: what is asked for is never left out of itself.
    private static string Extract(IEnumerable<IElement> parts, IElement? time, IElement? heading) =>
        string.Join(
            "\n\n",
            parts
                .Where(part => part != time && part != heading)
                .Select(part => PageText.ExtractWithout(part, inner => inner == time || inner == heading))
                .Where(text => text.Length > 0)
        );

    private static ArticlePageEntry Entry(string? time, string? headline, string text)
    {
        var line = string.IsNullOrWhiteSpace(headline) ? null : PageText.Collapse(headline).Trim(' ');
        var rest =
            line is not null && text.StartsWith($"{line}\n\n", StringComparison.Ordinal)
                ? text[(line.Length + 2)..]
                : text;
        return new(string.IsNullOrWhiteSpace(time) ? null : time.Trim(), line, rest == line ? "" : rest);
    }

    [GeneratedRegex(@"\blive\b|\bas it happened\b|ticker\b|en direct\b|minuto a minuto", RegexOptions.IgnoreCase)]
    private static partial Regex LiveTitle();

    [GeneratedRegex(@"live-?blog|live-?ticker|news-?ticker|live-?update|[\s_-]live[\s_-]", RegexOptions.IgnoreCase)]
    private static partial Regex LiveName();
}
