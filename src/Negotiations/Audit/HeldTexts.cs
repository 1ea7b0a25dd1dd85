namespace Negotiations;

/// <summary>The texts that somebody holds, and to which versions of articles they belong.</summary>
public sealed class HeldTexts
{
    private readonly Dictionary<string, HeldText> byHash = new(StringComparer.Ordinal);
    private readonly ILookup<string, HeldText> strays;

    /// <summary>Sorts texts by the versions to which they belong: by their hash, and only then by their name.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="versions">Every version that the store has, also those of other negotiations.</param>
    public HeldTexts(IEnumerable<HeldText> texts, IEnumerable<ArticleVersionPublished> versions)
    {
        var hashes = versions.Select(version => version.Text.Sha256).ToHashSet(StringComparer.Ordinal);
        var others = new List<HeldText>();
        foreach (var held in texts)
        {
            var hash = held.Text?.Identity().Sha256;
            if (hash is not null && hashes.Contains(hash)) byHash.TryAdd(hash, held);
            // What has the hash of another version is that version, whatever its name.
            else others.Add(held);
        }

        strays = others.ToLookup(held => held.File, StringComparer.Ordinal);
    }

    /// <summary>No texts at all.</summary>
    public static HeldTexts None { get; } = new([], []);

    /// <summary>The text of a version: the one with its hash, else one of its name that is no version's; null where it is not held.</summary>
    public HeldText? Find(ArticleVersionPublished version) =>
        byHash.GetValueOrDefault(version.Text.Sha256) ?? StraysOf(version).FirstOrDefault();

    /// <summary>The texts that have the name of a version, and are no version's: each is another than what was coded.</summary>
    public IEnumerable<HeldText> StraysOf(ArticleVersionPublished version) =>
        version.Text.File is { } file ? strays[Path.GetFileName(file)] : [];
}
