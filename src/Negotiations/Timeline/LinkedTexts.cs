namespace Negotiations;

/// <summary>Articles that are one text: they share their origins.</summary>
public sealed class LinkedTexts
{
    private readonly Dictionary<string, string> leaders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> firstOutlets;

    /// <summary>Joins the articles that links in force name.</summary>
    /// <param name="links">Pairs of articles.</param>
    /// <param name="outlets">For each article the first outlet or agency that its text came through.</param>
    public LinkedTexts(IEnumerable<(string Article, string Other)> links, IReadOnlyDictionary<string, string> outlets)
    {
        foreach (var (article, other) in links)
        {
            var (first, second) = (FindLeader(article), FindLeader(other));
            if (first != second)
                leaders[string.CompareOrdinal(first, second) < 0 ? second : first] =
                    string.CompareOrdinal(first, second) < 0 ? first : second;
        }

        firstOutlets = outlets
            .GroupBy(pair => FindLeader(pair.Key))
            .Where(group => group.Count() > 1)
            .SelectMany(group =>
                group.Select(pair =>
                    (pair.Key, First: group.Select(member => member.Value).Min(StringComparer.Ordinal)!)
                )
            )
            .ToDictionary(pair => pair.Key, pair => pair.First, StringComparer.Ordinal);
    }

    /// <summary>
    /// The outlet that counts as the origin of an article's own words, where it is linked with others; else null.
    /// </summary>
    public string? FindOrigin(string article) => firstOutlets.GetValueOrDefault(article);

    private string FindLeader(string article)
    {
        while (leaders.TryGetValue(article, out var leader))
            article = leader;
        return article;
    }
}
