using System.Collections.Frozen;
using System.Text;

namespace Negotiations.Coding.PageRules2;

/// <summary>Keeps a page from nesting deeper than browsers let it.</summary>
/// <remarks>
/// A parser compares each tag with all that are open. A page of 100,000 open <c>div</c>s would keep it busy for
/// minutes.
/// </remarks>
internal static class NestingLimit
{
    private const int Deepest = 512;

    // They hold nothing, or end by themselves where the next one begins.
    private static readonly FrozenSet<string> Uncounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            .. "area base br col embed hr img input link meta param source track wbr html head body p".Split(' '),
            .. "li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt".Split(' '),
        ]
    );

    private static readonly FrozenSet<string> Raw = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
        "iframe",
        "noembed",
        "noframes"
    );

    /// <summary>
    /// The page without the tags of elements that stand deeper than the 512th; what is in them stays, in that one.
    /// </summary>
    public static string Apply(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var dropped = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (depth, kept, copied) = (0, (StringBuilder?)null, 0);
        for (var at = html.IndexOf('<'); at >= 0 && at < html.Length - 1; at = Next(html, at))
        {
            var isEnd = html[at + 1] == '/';
            var name = ReadName(html, at + (isEnd ? 2 : 1));
            if (html.AsSpan(at).StartsWith("<!--"))
                at = EndOf(html, "-->", at);
            else if (!isEnd && Raw.Contains(name))
                at = EndOf(html, $"</{name}", at);
            if (name.Length == 0 || Uncounted.Contains(name) || Raw.Contains(name))
                continue;
            var isDropped = false;
            if (!isEnd)
            {
                isDropped = depth >= Deepest;
                var counts = isDropped ? dropped : open;
                counts[name] = counts.GetValueOrDefault(name) + 1;
                depth += isDropped ? 0 : 1;
            }
            else if (dropped.GetValueOrDefault(name) is > 0 and var inner)
            {
                dropped[name] = inner - 1;
                isDropped = true;
            }
            else if (open.GetValueOrDefault(name) is > 0 and var outer)
            {
                open[name] = outer - 1;
                depth--;
            }

            if (!isDropped)
                continue;
            kept ??= new StringBuilder(html.Length);
            kept.Append(html, copied, at - copied);
            copied = Math.Min(html.Length, EndOf(html, ">", at) + 1);
            at = copied - 1;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static int Next(string html, int at) => at + 1 >= html.Length ? -1 : html.IndexOf('<', at + 1);

    private static int EndOf(string html, string what, int from) =>
        html.IndexOf(what, from + 1, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at : html.Length - 1;

    private static string ReadName(string html, int from)
    {
        var to = from;
        while (to < html.Length && (char.IsAsciiLetterOrDigit(html[to]) || (to > from && html[to] is '-' or ':')))
            to++;
        return to > from && char.IsAsciiLetter(html[from]) ? html[from..to] : "";
    }
}
