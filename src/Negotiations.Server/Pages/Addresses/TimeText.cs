using NodaTime;
using NodaTime.Text;

namespace Negotiations.Server.Pages;

/// <summary>Times as they stand in addresses: as short as <see cref="TimeReader"/> reads them.</summary>
public static class TimeText
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm"
    );

    private static readonly LocalDateTimePattern Whole = LocalDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFF"
    );

    /// <summary>
    /// A time: a day where it is the end of one, else to the minute where it is one, with an offset where the clocks of
    /// the zone show it twice.
    /// </summary>
    public static string Format(Instant time, DateTimeZone zone)
    {
        var zoned = time.InZone(zone);
        if (Bound.EndOfDay(zoned.Date, zone) == time)
            return LocalDatePattern.Iso.Format(zoned.Date);
        if (zone.MapLocal(zoned.LocalDateTime).Count != 1)
            return Bound.Format(time, zone);
        var isMinute = zoned is { Second: 0, NanosecondOfSecond: 0 };
        return (isMinute ? Minutes : Whole).Format(zoned.LocalDateTime);
    }
}
