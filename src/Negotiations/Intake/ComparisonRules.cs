namespace Negotiations;

/// <summary>Whether what the comparisons of an article's versions name is there.</summary>
/// <remarks>
/// A version may come in before the one that it is compared with: then this is known when that one comes in.
/// </remarks>
public static class ComparisonRules
{
    /// <summary>
    /// Whether the version with which a version of an article is compared is not there (yet), so that the comparison
    /// says nothing.
    /// </summary>
    public static bool IsAwaited(NegotiationLog log, ArticleVersionPublished version) =>
        version.Compared is { } compared && !FindVersions(log, version.Article).ContainsKey(compared.With);

    /// <summary>The reports that comparisons in one log name in vain, and did not in another.</summary>
    /// <param name="before">The log as it is.</param>
    /// <param name="after">The log as it would be.</param>
    /// <param name="article">The article.</param>
    public static IEnumerable<UnknownReport> NewlyUnknown(
        NegotiationLog before,
        NegotiationLog after,
        string article
    ) => UnknownIn(after, article).Except(UnknownIn(before, article));

    /// <summary>The comparison of a version without the places that name a report in vain.</summary>
    /// <param name="log">All that is recorded.</param>
    /// <param name="version">A version of it that is compared.</param>
    /// <returns>The same comparison where every name is there.</returns>
    public static VersionComparison WithoutUnknown(NegotiationLog log, ArticleVersionPublished version)
    {
        var compared = version.Compared!;
        var unknown = UnknownIn(log, version.Article)
            .Where(unknown => unknown.Version == version.Version)
            .Select(unknown => unknown.Report)
            .ToHashSet(StringComparer.Ordinal);
        var own = log
            .Timeline.FindCoded(version.Article)
            .Where(report => report.Version == version.Version)
            .Select(report => report.Id)
            .ToHashSet(StringComparer.Ordinal);
        var left = compared with
        {
            Carries = [.. compared.Carries.Where(carried => !unknown.Contains(carried.Report))],
            Replaces =
            [
                .. compared.Replaces.Where(replaced => own.Contains(replaced.New) && !unknown.Contains(replaced.Old)),
            ],
            Drops = [.. compared.Drops.Where(dropped => !unknown.Contains(dropped))],
        };
        return CountReports(left) == CountReports(compared) ? compared : left;
    }

    private static int CountReports(VersionComparison compared) =>
        compared.Carries.Count + compared.Replaces.Count + compared.Drops.Count;

    private static IEnumerable<UnknownReport> UnknownIn(NegotiationLog log, string article)
    {
        var versions = FindVersions(log, article);
        var reports = log.Timeline.FindCoded(article).Select(report => (report.Version, report.Id)).ToHashSet();
        return from version in versions.Values
            where version.Compared is not null && versions.ContainsKey(version.Compared.With)
            from named in NamesIn(version.Compared!)
            where IsMissing(version.Compared!.With, named.Report)
            select new UnknownReport(version.Version, version.Compared!.With, named.Field, named.Report);

        // What one version replaced or dropped, a later one may carry again: a name means the last report before it
        // that has it.
        bool IsMissing(string version, string report)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (!reports.Contains((version, report)))
            {
                if (!seen.Add(version) || versions[version].Compared is not { } compared)
                    return true;
                version = compared.With;
                if (!versions.ContainsKey(version))
                    return false;
            }

            return false;
        }
    }

    private static Dictionary<string, ArticleVersionPublished> FindVersions(NegotiationLog log, string article) =>
        log.Timeline.FindVersions(article).ToDictionary(version => version.Version, StringComparer.Ordinal);

    private static IEnumerable<(string Field, string Report)> NamesIn(VersionComparison compared) =>
        [
            .. compared.Carries.Select((carried, place) => ($"carries[{place}].report", carried.Report)),
            .. compared.Replaces.Select((replaced, place) => ($"replaces[{place}].old", replaced.Old)),
            .. compared.Drops.Select((dropped, place) => ($"drops[{place}]", dropped)),
        ];
}
