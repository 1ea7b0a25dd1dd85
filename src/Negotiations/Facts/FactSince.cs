using NodaTime;

namespace Negotiations;

/// <summary>Since when a fact has had its status.</summary>
internal static class FactSince
{
    /// <summary>The time from which a status was known without a break.</summary>
    /// <param name="key">Key of the fact.</param>
    /// <param name="status">The status that the fact has at the end.</param>
    /// <param name="reports">The reports that can play a part in the fact.</param>
    /// <param name="knownBy">The end: the bound of the question on the known clock.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    public static Instant Find(
        string key,
        string status,
        IReadOnlyList<ReportHistory> reports,
        Instant? knownBy,
        HappenedBound happenedBy
    )
    {
        Instant since = default;
        foreach (var time in ReportHistory.ListTimes(reports, knownBy).Reverse())
        {
            var view = new ActsAsOf(reports.Select(report => report.At(time)).OfType<VisibleReport>(), happenedBy);
            if (
                !view.Claims.Contains(key)
                || FactResolution.Resolve(view.Claims[key], view.Order).Winner.Status != status
            )
                break;
            since = time;
        }

        return since;
    }
}
