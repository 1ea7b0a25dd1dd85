using NodaTime;

namespace Negotiations;

/// <summary>
/// The months in which a negotiation has rounds or reports: they give dates without a year their year.
/// </summary>
public static class YearInference
{
    // A date that is vaguer than a month says little about the year that somebody has in mind.
    private const int LongestMonth = 31;

    /// <summary>The years in which a negotiation has rounds or reports in a month (1 to 12), in order.</summary>
    public static IReadOnlyCollection<int> FindYears(int month, NegotiationLog log)
    {
        var days = (log.Definition?.Rounds ?? [])
            .Select(round => round.When?.Bounds ?? DayBounds.Unbounded)
            .Concat(
                log.ReportsKnownBy(null)
                    .SelectMany(report => ListBounds(report).Where(bounds => bounds.Width <= LongestMonth))
            );
        return [.. days.Distinct().SelectMany(bounds => FindYears(month, bounds)).Distinct().Order()];
    }

    private static IEnumerable<DayBounds> ListBounds(VisibleReport report) =>
        [DayBounds.FromDay(report.KnownOn), report.Report.Happened?.Bounds ?? DayBounds.Unbounded];

    private static IEnumerable<int> FindYears(int month, DayBounds bounds)
    {
        if (bounds is not { Earliest: { } earliest, Latest: { } latest, IsEmpty: false })
            yield break;
        for (var year = earliest.Year; year <= latest.Year; year++)
        {
            var first = new LocalDate(year, month, 1);
            if (first <= latest && earliest <= first.With(DateAdjusters.EndOfMonth))
                yield return year;
        }
    }
}
