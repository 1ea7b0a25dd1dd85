namespace Negotiations.Server.Pages;

/// <summary>Finds the page that an address means whose bounds stand in another order.</summary>
internal static class BoundsInOrder
{
    /// <summary>The address in the right order; null where it has that already, or is wrong in something
    /// else.</summary>
    /// <param name="talks">Its first segment.</param>
    /// <param name="rest">What follows.</param>
    /// <param name="marked">The fact whose changes are to be marked.</param>
    public static PageAddress? Find(string talks, string rest, string? marked)
    {
        var segments = rest.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var bounds = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        for (; at + 1 < segments.Length && IsBound(segments[at]); at += 2)
        {
            if (!bounds.TryAdd(segments[at], segments[at + 1]))
                return null;
        }

        var ordered = PageAddress
            .BoundWords.Where(bound => bounds.ContainsKey(bound.Word))
            .SelectMany(bound => (string[])[bound.Word, bounds[bound.Word]])
            .Concat(segments[at..])
            .ToList();
        if (ordered.SequenceEqual(segments, StringComparer.Ordinal))
            return null;
        try
        {
            return PageAddress.Parse(talks, string.Join('/', ordered), marked);
        }
        catch (UnknownPageException)
        {
            return null;
        }
    }

    private static bool IsBound(string segment) => PageAddress.BoundWords.Any(bound => bound.Word == segment);
}
