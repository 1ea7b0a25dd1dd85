using NodaTime;

namespace Negotiations;

/// <summary>A report of which more is recorded, so that from a time known on it is another.</summary>
/// <param name="Before">The report as it was; null where it was not there.</param>
/// <param name="After">The report as it is; null where the coder has withdrawn it.</param>
/// <param name="From">The first time known at which they differ.</param>
internal sealed record ReportDifference(ReportHistory? Before, ReportHistory? After, Instant From)
{
    /// <summary>The acts of which the report tells where it differs.</summary>
    public IEnumerable<string> Acts =>
        new[] { Before, After }
            .OfType<ReportHistory>()
            .SelectMany(history =>
                history
                    .Revisions.Where(revision => revision.From > From)
                    .Select(revision => revision.Report)
                    .Append(history.At(From))
            )
            .OfType<VisibleReport>()
            .Select(visible => visible.Report.Act)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The reports of an article that differ between two logs, of which one continues the other.</summary>
    public static IEnumerable<ReportDifference> Between(NegotiationLog before, NegotiationLog after, string article) =>
        before
            .Timeline.FindReports(article)
            .Concat(after.Timeline.FindReports(article))
            .Select(history => history.Recorded.Id)
            .Distinct()
            .Select(id => Find(before.Timeline.FindReport(article, id), after.Timeline.FindReport(article, id)))
            .OfType<ReportDifference>();

    private static ReportDifference? Find(ReportHistory? before, ReportHistory? after)
    {
        if (ReferenceEquals(before, after))
            return null;
        var from = ReportHistory
            .ListTimes(new[] { before, after }.OfType<ReportHistory>(), knownBy: null)
            .Where(time => !IsSame(before?.At(time), after?.At(time)))
            .Select(time => (Instant?)time)
            .FirstOrDefault();
        return from is { } time ? new(before, after, time) : null;
    }

    private static bool IsSame(VisibleReport? a, VisibleReport? b) =>
        a is null ? b is null : b is not null && a.IsSameAs(b);
}
