using NodaTime;

namespace Negotiations;

/// <summary>Which outlet counts as the origin of an article's own words, along the known clock.</summary>
/// <param name="times">The times at which that can change, in order; none for an article that no link names.</param>
/// <param name="texts">What is one text from each of these times on.</param>
internal sealed class OriginOfText(IReadOnlyList<Instant> times, IReadOnlyList<LinkedTexts> texts)
{
    public static OriginOfText Unlinked { get; } = new([], []);

    /// <summary>
    /// The outlet for what a reader could know by a time; null where the article is one text with no other.
    /// </summary>
    public string? FindAt(string article, Instant time)
    {
        var place = times.Count - 1;
        while (place >= 0 && times[place] > time)
            place--;
        return place < 0 ? null : texts[place].FindOrigin(article);
    }

    /// <summary>The times at which the outlet of an article changes.</summary>
    public IEnumerable<Instant> FindChanges(string article) =>
        times.Where(
            (_, place) => texts[place].FindOrigin(article) != (place == 0 ? null : texts[place - 1].FindOrigin(article))
        );
}
