using System.Globalization;
using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>Acts as a picture: a row for each side and kind, happened and known apart.</summary>
/// <param name="Height">Its height; the width is <see cref="Width"/>.</param>
/// <param name="Sides">The sides, each with the place of its name.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Ticks">Where days stand on the axis.</param>
public sealed record TimelinePicture(
    double Height,
    IReadOnlyList<(string Name, double Y)> Sides,
    IReadOnlyList<TimelineRow> Rows,
    IReadOnlyList<(string Name, double X)> Ticks
)
{
    /// <summary>The width of a picture.</summary>
    public const double Width = 960;

    /// <summary>Where the axis begins.</summary>
    public const double Left = 250;

    /// <summary>How high the axis is.</summary>
    public const double Axis = 26;

    private const double Right = Width - 14;
    private const double Lane = 12;
    private const double Gap = 6;

    // What lies long before anything was reported would press all the rest together; it is drawn at the edge.
    private static readonly Duration Before = Duration.FromDays(21);

    /// <summary>Draws acts, of which there is at least one.</summary>
    internal static TimelinePicture Draw(IReadOnlyList<TimelineAct> acts, DateTimeZone zone)
    {
        var firstKnown = acts.Min(act => act.Known);
        var begins = acts.Select(act => act.Bounds.Earliest ?? act.Bounds.Latest).OfType<LocalDate>().Select(StartOf);
        var start = Instant.Max(begins.Append(firstKnown).Min(), firstKnown - Before);
        start = StartOf(start.InZone(zone).Date);
        var last = acts.Select(act => act.Bounds.Latest)
            .OfType<LocalDate>()
            .Select(EndOf)
            .Concat(acts.Select(act => act.Known))
            .Max();
        var end = EndOf(last.InZone(zone).Date);
        var rows = new List<TimelineRow>();
        var sides = new List<(string, double)>();
        var y = Axis + Gap;
        foreach (
            var side in acts.GroupBy(act => act.Side)
                .OrderByDescending(side => side.Count())
                .ThenBy(side => side.Key, StringComparer.Ordinal)
        )
        {
            sides.Add((side.Key, y + Lane));
            y += Lane + Gap;
            foreach (
                var kind in Subjects.Titles.SelectMany(title =>
                    side.GroupBy(act => act.Kind).Where(kind => kind.Key == title)
                )
            )
            {
                var row = TimelineRow.Draw(kind.Key, kind, y, Place, StartOf, EndOf);
                rows.Add(row);
                y += (row.Lanes * Lane) + Gap;
            }

            y += Gap;
        }

        return new(y, sides, rows, [.. ListTicks(start, end, zone).Select(tick => (tick.Name, Place(tick.Time)))]);

        double Place(Instant time) => Left + ((Right - Left) * Math.Clamp((time - start) / (end - start), 0, 1));

        Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(zone).ToInstant();

        Instant EndOf(LocalDate day) => StartOf(day.PlusDays(1));
    }

    private static IEnumerable<(string Name, Instant Time)> ListTicks(Instant start, Instant end, DateTimeZone zone)
    {
        var days = (end - start).TotalDays;
        var first = start.InZone(zone).Date;
        var isByMonth = days > 75;
        // About ten names have room.
        var step = (int)Math.Ceiling(isByMonth ? days / 300 : days / 10);
        var day = isByMonth ? new LocalDate(first.Year, first.Month, 1).PlusMonths(1) : first;
        var pattern = isByMonth ? "MMM uuuu" : "d MMM";
        while (day.AtStartOfDayInZone(zone).ToInstant() < end)
        {
            yield return (
                day.ToString(pattern, CultureInfo.InvariantCulture),
                day.AtStartOfDayInZone(zone).ToInstant()
            );
            day = isByMonth ? day.PlusMonths(step) : day.PlusDays(step);
        }
    }

    /// <summary>A length, as a picture has it.</summary>
    public static string Format(double length) => length.ToString("0.#", CultureInfo.InvariantCulture);
}
