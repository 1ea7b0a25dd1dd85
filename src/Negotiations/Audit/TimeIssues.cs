using NodaTime;

namespace Negotiations;

/// <summary>Times of publication on which an answer hangs, and that are not certain.</summary>
internal static class TimeIssues
{
    /// <summary>The assumed times of an answer, with the values that hang on them.</summary>
    public static IEnumerable<SourcingIssue> FindAssumed(Answer answer) =>
        from assumption in answer.Assumptions
        where !assumption.IsLeftOut
        orderby assumption.MayBeTooEarly descending
        let facts = answer
            .Facts.Where(fact => fact.Assumes.Contains(assumption.Article))
            .Select(fact => fact.Key)
            .ToList()
        select new SourcingIssue(
            SourcingIssueKind.AssumedPublication,
            (assumption with { Facts = [] }).Describe(answer.Zone),
            facts,
            []
        );

    /// <summary>The versions whose page gives another time than was coded.</summary>
    public static IEnumerable<SourcingIssue> FindOnPages(
        IEnumerable<AuditedVersion> versions,
        IReadOnlyList<Attribution> facts,
        DateTimeZone zone
    ) =>
        from audited in versions
        let times = PageTime.ReadAll(audited.Held?.Metadata)
        where times.Count > 0 && !times.Any(time => time.Fits(audited.Version.Published, zone))
        let coded = audited.Version.Published
        select new SourcingIssue(
            SourcingIssueKind.PageTime,
            $"{EventReference.Format(audited.Version)}: the page gives "
                + $"{string.Join(" and ", times.Select(time => $"{time.Text} ({time.Property})"))}, "
                + $"coded is {Bound.Format(coded.Time, zone)} ({EnumText.Format(coded.Basis)})",
            [
                .. facts
                    .Where(fact => fact.Reports.Any(report => IsIn(report, audited.Version)))
                    .Select(fact => fact.Key),
            ],
            []
        );

    private static bool IsIn(VisibleReport report, ArticleVersionPublished version) =>
        (report.Report.Article, report.Report.Version) == (version.Article, version.Version);
}
