using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>What became of the reports of an article in its later versions, in the order in which these came out.</summary>
internal class PlainVersions(PlainReports reports, Func<string, string, string, bool> stands)
{
    /// <summary>What was known at a time to have become of a report.</summary>
    public ReportFate FateOf(Report report, Instant? time)
    {
        var ordered = InOrder(reports.Versions.Where(version => version.Article == report.Article)).ToList();
        var fate = ReportFate.Carried;
        foreach (var later in ordered.Skip(1 + ordered.FindIndex(version => version.Version == report.Version)))
        {
            if (time is not null && later.Published.Time > time) break;
            var compared = later.Compared;
            var isMeant = compared is not null && HolderOf(report.Article, compared.With, report.Id, []) == report.Version;
            if (isMeant && compared!.Carries.Any(carried => carried.Report == report.Id)) fate = ReportFate.Carried;
            else if (isMeant && compared!.Drops.Contains(report.Id)) fate = ReportFate.Dropped;
            else if (isMeant && compared!.Replaces.Any(replaced => replaced.Old == report.Id && stands(report.Article, later.Version, replaced.New))) fate = ReportFate.Replaced;
            else if (fate is ReportFate.Carried) fate = ReportFate.NotCompared;
        }

        return fate;
    }

    /// <summary>Versions are ordered by time known, never by arrival.</summary>
    protected virtual IEnumerable<ArticleVersionPublished> InOrder(IEnumerable<ArticleVersionPublished> versions) =>
        versions.OrderBy(version => version.Published.Time).ThenBy(version => version.Version, StringComparer.Ordinal);

    // The version that has a report of this name: the one itself, or one from which it carries the report.
    private string? HolderOf(string article, string version, string id, HashSet<string> seen)
    {
        if (stands(article, version, id)) return version;
        var compared = reports.Versions.SingleOrDefault(other => other.Article == article && other.Version == version)?.Compared;
        return seen.Add(version) && compared is not null && compared.Carries.Any(carried => carried.Report == id)
            ? HolderOf(article, compared.With, id, seen)
            : null;
    }
}
