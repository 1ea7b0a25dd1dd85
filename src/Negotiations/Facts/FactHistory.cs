using NodaTime;

namespace Negotiations;

/// <summary>How a fact came to be known: the fact at each time at which something about it became known.</summary>
public static class FactHistory
{
    /// <summary>The time from which a status was known without a break.</summary>
    /// <param name="key">Key of the fact.</param>
    /// <param name="status">The status that the fact has at the end.</param>
    /// <param name="reports">The reports that can play a part in the fact.</param>
    /// <param name="knownBy">The end: the bound of the question on the known clock.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static Instant Since(
        string key, string status, IReadOnlyList<ReportTimeline> reports, Instant? knownBy, HappenedBound happenedBy)
    {
        Instant since = default;
        foreach (var time in TimesOf(reports, knownBy).Reverse())
        {
            var view = new ActView(reports.Select(report => report.At(time)).OfType<VisibleReport>(), happenedBy);
            if (!view.Claims.Contains(key) || Contest.Decide(view.Claims[key], view.Order).Winner.Status != status) break;
            since = time;
        }

        return since;
    }

    /// <summary>The times, up to a bound, at which something about reports became known, in order.</summary>
    public static IEnumerable<Instant> TimesOf(IEnumerable<ReportTimeline> reports, Instant? knownBy) =>
        reports
            .SelectMany(report => report.Revisions, (_, revision) => revision.From)
            .Where(time => knownBy is null || time <= knownBy)
            .Distinct()
            .Order();
}
