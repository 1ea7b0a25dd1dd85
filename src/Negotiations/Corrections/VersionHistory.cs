using NodaTime;

namespace Negotiations;

/// <summary>The versions of one article in the order in which they came out, never that of their arrival.</summary>
public sealed class VersionHistory
{
    private readonly Dictionary<string, ArticleVersionPublished> byName;
    private readonly Func<string, string, bool> stands;

    /// <summary>Orders the versions of an article.</summary>
    /// <param name="versions">The versions, each with the time of publication that counts.</param>
    /// <param name="stands">Whether a version has a report that the coder has not withdrawn.</param>
    public VersionHistory(IEnumerable<ArticleVersionPublished> versions, Func<string, string, bool> stands)
    {
        Versions = [.. versions.OrderBy(version => version.Published.Time).ThenBy(version => version.Version, StringComparer.Ordinal)];
        byName = Versions.ToDictionary(version => version.Version, StringComparer.Ordinal);
        this.stands = stands;
    }

    /// <summary>The versions, the last one published at the end.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions { get; }

    /// <summary>What became of a report, from when on; nothing while no later version is out.</summary>
    public IEnumerable<(Instant From, ReportFate Fate)> FatesOf(string version, string report)
    {
        var fate = ReportFate.Carried;
        foreach (var later in Versions.SkipWhile(other => other.Version != version).Skip(1))
        {
            fate = FateIn(later, version, report) switch
            {
                // What nobody compared again stays as it was found to be.
                ReportFate.NotCompared when fate is ReportFate.Dropped or ReportFate.Replaced => fate,
                var found => found,
            };
            yield return (later.Published.Time, fate);
        }
    }

    private ReportFate FateIn(ArticleVersionPublished later, string version, string report)
    {
        if (later.Compared is not { } compared) return ReportFate.NotCompared;
        bool Means(string id) => id == report && Resolve(compared.With, id) == version;
        if (compared.Carries.Any(carried => Means(carried.Report))) return ReportFate.Carried;
        if (compared.Drops.Any(Means)) return ReportFate.Dropped;
        return compared.Replaces.Any(replaced => Means(replaced.Old) && stands(later.Version, replaced.New))
            ? ReportFate.Replaced
            : ReportFate.NotCompared;
    }

    // The version that has a report of its own under an identifier, back through the versions that only carry it.
    private string? Resolve(string version, string report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!stands(version, report))
        {
            if (!seen.Add(version) || byName.GetValueOrDefault(version)?.Compared is not { } compared
                || compared.Carries.All(carried => carried.Report != report)) return null;
            version = compared.With;
        }

        return version;
    }
}
