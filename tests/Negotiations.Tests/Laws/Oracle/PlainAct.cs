using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>An act, as the oracle sees it.</summary>
internal sealed class PlainAct(string key, IReadOnlyList<Sighting> sightings, PlainDate date)
{
    public string Key { get; } = key;

    public IReadOnlyList<Sighting> Sightings { get; } = sightings;

    public PlainDate Date { get; } = date;

    /// <summary>The reports that tell of the act; where it is only denied, those that deny it.</summary>
    public IReadOnlyList<Sighting> Telling { get; } = PlainDate.ListTelling(sightings);

    public IReadOnlyList<Sighting> Denying { get; } =
    [.. sightings.Where(sighting => sighting.Report.Modality == Modality.Denied)];

    public Sighting First => Sighting.FindFirst(Telling);

    public bool OnlyLooksBack => Telling.All(sighting => LooksBack(sighting.Report));

    private LocalTime TimeOfDay
    {
        get
        {
            var stated = Telling.Where(sighting => sighting.Report.TimeOfDay is not null).ToList();
            return stated.Count == 0
                ? new(12, 0)
                : Negotiations.TimeOfDay.Parse(Sighting.FindFirst(stated).Report.TimeOfDay);
        }
    }

    // What has no last day that anything limits is placed by its first, so that it undoes no more than it must.
    public LocalDate? SortDay => OnlyLooksBack && !Date.ByCoverage ? Date.Earliest : Date.Latest ?? Date.Earliest;

    /// <summary>Whether the act stands after another by time alone.</summary>
    public bool IsLaterByTime(PlainAct other)
    {
        if (SortDay != other.SortDay)
            return other.SortDay is null || SortDay > other.SortDay;
        if (Date.IsDay != other.Date.IsDay)
            return Date.IsDay;
        if (TimeOfDay != other.TimeOfDay)
            return TimeOfDay > other.TimeOfDay;
        return other.First.IsKnownBefore(First);
    }

    // "Had previously", "after days of", a whole month, an interval, or no date at all.
    private static bool LooksBack(Report report) =>
        report.LookingBack
        || report.Happened is null
        || report.Happened.Precision
            is DatePrecision.Month
                or DatePrecision.Season
                or DatePrecision.Year
                or DatePrecision.Years
                or DatePrecision.Interval;
}
