using AngleSharp.Html.Dom;

namespace Negotiations.Coding.PageRules2;

/// <summary>The addresses under which a page says that it stands.</summary>
internal sealed class PageAddress
{
    private readonly HashSet<string> known;

    private PageAddress(IEnumerable<string> addresses) =>
        known = addresses.Select(Normalise).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The canonical address, and that of the Open Graph protocol.</summary>
    public static PageAddress Read(IHtmlDocument page) =>
        new(
            new[]
            {
                page.QuerySelector("link[rel~=canonical i]")?.GetAttribute("href"),
                PageMetadata.Meta(page, "og:url"),
            }.OfType<string>()
        );

    /// <summary>Whether an address is one of the page's own.</summary>
    public bool IsThis(string address) => Normalise(address) is { } same && known.Contains(same);

    /// <summary>Whether an address is that of another page; of a page without an address nobody can tell.</summary>
    public bool IsOther(string address) => known.Count > 0 && Normalise(address) is { } other && !known.Contains(other);

    // Scheme, www, query, fragment and the last slash make no other page. Of an address within the site only the path
    // is known, so the path is compared; the path of the front page says nothing.
    private static string? Normalise(string address)
    {
        var text = address.Trim();
        if (text.StartsWith("//", StringComparison.Ordinal))
            text = $"https:{text}";
        if (text.StartsWith('/'))
            text = $"https://site.invalid{text}";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        // Where the path is that of every page, the query tells them apart.
        return path.Length == 0 || path.EndsWith(".php", StringComparison.Ordinal) ? path + uri.Query : path;
    }
}
