namespace Negotiations;

/// <summary>The texts that somebody holds, and to which versions of articles they belong.</summary>
public sealed class ArticleTextIndex
{
    private readonly Dictionary<string, ArticleText> byHash = new(StringComparer.Ordinal);
    private readonly ILookup<string, ArticleText> byName;

    /// <summary>
    /// Sorts texts by the versions to which they belong: by their hash, then by their name, then by their name without
    /// its ending.
    /// </summary>
    /// <param name="texts">The texts; what belongs to no version is not kept.</param>
    /// <param name="versions">Every version that the store has, also those of other negotiations.</param>
    public ArticleTextIndex(IEnumerable<ArticleText> texts, IReadOnlyCollection<ArticleVersionPublished> versions)
    {
        var hashes = versions.Select(version => version.Text.Sha256).ToHashSet(StringComparer.Ordinal);
        var names = versions.Select(FindName).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // A page of "article.txt" can be called "article.html"; where two names begin alike, nobody knows whose it is.
        var alike = names
            .GroupBy(TrimExtension, StringComparer.Ordinal)
            .Where(stem => stem.Count() == 1)
            .ToDictionary(stem => stem.Key, stem => stem.Single(), StringComparer.Ordinal);
        var named = new List<(string Name, ArticleText Held)>();
        var copies = new List<(string Name, ArticleText Held)>();
        var unmatched = new List<string>();
        foreach (var held in texts)
        {
            // What has the hash of another version is that version, whatever its name.
            if (Claim(held, hashes))
                continue;
            var file = NameForm.Compose(held.File);
            if (names.Contains(file))
                named.Add((file, held));
            else if (alike.TryGetValue(TrimExtension(file), out var name))
                copies.Add((name, held));
            else
                unmatched.Add(DescribePath(held));
        }

        var taken = named.Select(pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        var wanting = versions
            .Where(version => !byHash.ContainsKey(version.Text.Sha256))
            .Select(FindName)
            .OfType<string>()
            .Except(taken)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var same in copies.GroupBy(copy => copy.Name, StringComparer.Ordinal))
        {
            if (same.Count() == 1 && wanting.Contains(same.Key))
                named.AddRange(same);
            else
                unmatched.AddRange(same.Select(copy => DescribePath(copy.Held)));
        }

        byName = named.ToLookup(pair => pair.Name, pair => pair.Held, StringComparer.Ordinal);
        Unmatched = [.. unmatched.Order(StringComparer.Ordinal)];
    }

    /// <summary>No texts at all.</summary>
    public static ArticleTextIndex None { get; } = new([], []);

    /// <summary>The files that belong to no version, with why one cannot be read.</summary>
    public IReadOnlyList<string> Unmatched { get; }

    /// <summary>
    /// The text of a version: the one with its hash, else one of its name that is no version's; null where it is not
    /// held.
    /// </summary>
    public ArticleText? Find(ArticleVersionPublished version) =>
        byHash.GetValueOrDefault(version.Text.Sha256) ?? FindStrays(version).FirstOrDefault();

    /// <summary>
    /// The texts that have the name of a version, and are no version's: each is another than what was coded.
    /// </summary>
    public IEnumerable<ArticleText> FindStrays(ArticleVersionPublished version) =>
        FindName(version) is { } name ? byName[name].Select(held => held.ReadBy(version.Text.RulesForPages)) : [];

    // A page can have the hash of one version by the old rules and that of another by the new ones.
    private bool Claim(ArticleText held, HashSet<string> hashes)
    {
        var isClaimed = false;
        foreach (var reading in held.OtherReadings.Prepend(held))
        {
            if (reading.Text?.Identity().Sha256 is not { } hash || !hashes.Contains(hash))
                continue;
            isClaimed = true;
            byHash.TryAdd(hash, reading);
        }

        return isClaimed;
    }

    private static string DescribePath(ArticleText held) =>
        held.Problem is null ? held.Path : $"{held.Path} (cannot be read: {held.Problem})";

    private static string? FindName(ArticleVersionPublished version) =>
        version.Text.File is { } file ? NameForm.Compose(Path.GetFileName(file)) : null;

    private static string TrimExtension(string file) => Path.GetFileNameWithoutExtension(file);
}
