using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>
/// What became of the reports of an article in its later versions, in the order in which these came out.
/// </summary>
internal class PlainVersions(PlainReports reports, Func<string, string, string, Instant?, bool> stands)
{
    /// <summary>What was known at a time to have become of a report.</summary>
    public CarriedStatus FindStatus(Report report, Instant? time)
    {
        var ordered = InOrder(reports.Versions.Where(version => version.Article == report.Article)).ToList();
        var fate = CarriedStatus.Carried;
        foreach (var later in ordered.Skip(1 + ordered.FindIndex(version => version.Version == report.Version)))
        {
            if (time is not null && later.Published.Time > time)
                break;
            var found = FoundIn(later, (report.Version, report.Id), time);
            if (found != CarriedStatus.NotCompared || fate == CarriedStatus.Carried)
                fate = found;
        }

        return fate;
    }

    /// <summary>Versions are ordered by time known, never by arrival.</summary>
    protected virtual IEnumerable<ArticleVersionPublished> InOrder(IEnumerable<ArticleVersionPublished> versions) =>
        versions.OrderBy(version => version.Published.Time).ThenBy(version => version.Version, StringComparer.Ordinal);

    private CarriedStatus FoundIn(ArticleVersionPublished version, (string Version, string Id)? report, Instant? time)
    {
        if (version.Compared is not { } compared)
            return CarriedStatus.NotCompared;
        var carried = compared.Carries.Select(one => MeantBy(version, one.Report, time)).ToList();
        if (carried.Contains(report))
            return CarriedStatus.Carried;
        if (compared.Drops.Any(id => MeantBy(version, id, time) == report))
            return CarriedStatus.Dropped;
        if (ReplacedIn(version, time).Any(pair => pair.Old == report))
            return CarriedStatus.Replaced;
        // One stood in the place of the other, and the other is there again.
        var pairs = reports
            .Versions.Where(other => other.Article == version.Article)
            .SelectMany(other => ReplacedIn(other, time))
            .ToList();
        return carried.Any(one => one is not null && (pairs.Contains((one, report)) || pairs.Contains((report, one))))
            ? CarriedStatus.Replaced
            : CarriedStatus.NotCompared;
    }

    // What a version has in the place of something else, as far as both are known.
    private IEnumerable<((string, string)? New, (string, string)? Old)> ReplacedIn(
        ArticleVersionPublished version,
        Instant? time
    ) =>
        from pair in version.Compared?.Replaces ?? []
        where stands(version.Article, version.Version, pair.New, time)
        select (((string, string)?)(version.Version, pair.New), MeantBy(version, pair.Old, time));

    // A comparison speaks of the version that it names; what that one does not have itself is of the one with which it
    // was
    // compared in turn.
    private (string Version, string Id)? MeantBy(ArticleVersionPublished version, string id, Instant? time)
    {
        var seen = new HashSet<string>();
        for (var at = version; at.Compared is { } compared && seen.Add(at.Version); )
        {
            if (stands(version.Article, compared.With, id, time))
                return (compared.With, id);
            if (
                reports.Versions.SingleOrDefault(other =>
                    other.Article == version.Article && other.Version == compared.With
                )
                is not { } before
            )
                return null;
            at = before;
        }

        return null;
    }
}
