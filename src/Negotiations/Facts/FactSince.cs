using NodaTime;

namespace Negotiations;

/// <summary>Since when a fact has had its value.</summary>
internal static class FactSince
{
    /// <summary>The time from which a value was known without a break.</summary>
    /// <param name="key">Key of the fact.</param>
    /// <param name="value">The value that the fact has at the end.</param>
    /// <param name="reports">The reports that can play a part in the fact.</param>
    /// <param name="knownBy">The end: the bound of the question on the known clock.</param>
    /// <param name="happenedBy">The bound on the happened clock.</param>
    /// <param name="comparison">Tells which values are the same.</param>
    public static Instant Find(
        string key,
        FactValue value,
        IReadOnlyList<ReportHistory> reports,
        Instant? knownBy,
        HappenedBound happenedBy,
        ValueComparison comparison
    )
    {
        Instant since = default;
        foreach (var time in ReportHistory.ListTimes(reports, knownBy).Reverse())
        {
            var view = new ActsAsOf(
                reports.Select(report => report.At(time)).OfType<VisibleReport>(),
                happenedBy,
                comparison
            );
            if (view.Resolve(key) is not { } then || !comparison.AreSame(then.Value.Value, value))
                break;
            since = time;
        }

        return since;
    }
}
