using NodaTime;

namespace Negotiations;

/// <summary>How a date without a year gets its year on one clock: there is only one that fits. Today plays no
/// part.</summary>
/// <param name="Known">What must be there in the month of a year: <c>articles published</c>.</param>
/// <param name="FindYears">The years in which there is, for a month (1 to 12), in order.</param>
public sealed record YearInference(string Known, Func<int, IReadOnlyList<int>> FindYears)
{
    // A date that is vaguer than a month says little about the year that somebody has in mind.
    private const int LongestMonth = 31;

    /// <summary>No year fits.</summary>
    public static YearInference None { get; } = new("year that is known", _ => []);

    /// <summary>The years of the rounds of a negotiation, without those that are background.</summary>
    public static YearInference OnRounds(NegotiationDefined definition) =>
        new("rounds", month =>
            ListYears(
                month,
                definition
                    .Rounds.Where(round => !round.Background)
                    .Select(round => round.When?.Bounds ?? DayBounds.Unbounded)
            )
        );

    /// <summary>On the known clock: the years in which articles of that month are published.</summary>
    public static YearInference OnKnownClock(NegotiationLog log) =>
        new("articles published", month =>
            ListYears(
                month,
                log.Timeline.Versions.Select(version => version.Published)
                    .Concat(log.Timeline.Reports.Select(history => log.Timeline.ResolvePublication(history.Recorded)))
                    .Select(published => DayBounds.FromDay(published.Time.InZone(log.Zone).Date))
            )
        );

    /// <summary>
    /// On the happened clock: the years of rounds and of acts that are dated to the month. Rounds that are background
    /// do
    /// not count, nor does what is told of them, or looking back.
    /// </summary>
    public static YearInference OnHappenedClock(NegotiationLog log)
    {
        var rounds = log.Definition?.Rounds ?? [];
        var background = rounds
            .Where(round => round.Background)
            .Select(round => round.Id)
            .ToHashSet(StringComparer.Ordinal);
        return new("rounds or dated acts", month =>
            ListYears(
                month,
                rounds
                    .Where(round => !round.Background)
                    .Select(round => round.When?.Bounds ?? DayBounds.Unbounded)
                    .Concat(
                        log.ReportsKnownBy(null)
                            .Select(visible => visible.Report)
                            .Where(report => !report.LookingBack && !background.Contains(report.Round))
                            .Select(report => report.Happened?.Bounds ?? DayBounds.Unbounded)
                            .Where(bounds => bounds.Width <= LongestMonth)
                    )
            )
        );
    }

    /// <summary>On the recorded clock: the years in which the store recorded something in that month.</summary>
    public static YearInference OnRecordedClock(NegotiationLog log) =>
        new("events recorded", month =>
            ListYears(
                month,
                log.Events.Select(recorded => DayBounds.FromDay(recorded.RecordedAt.InZone(log.FirstZone).Date))
            )
        );

    private static IReadOnlyList<int> ListYears(int month, IEnumerable<DayBounds> days) =>
        [.. days.Distinct().SelectMany(bounds => ListYears(month, bounds)).Distinct().Order()];

    private static IEnumerable<int> ListYears(int month, DayBounds bounds)
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
