using NodaTime;
using NodaTime.Text;

namespace Negotiations;

/// <summary>
/// Times as they bound a question and stand in an answer: to the microsecond, in the zone of the talks.
/// </summary>
public static class Bound
{
    private static readonly OffsetDateTimePattern Pattern = OffsetDateTimePattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFo<+HH:mm>"
    );

    /// <summary>The last microsecond of a day in a zone.</summary>
    public static Instant EndOfDay(LocalDate day, DateTimeZone zone)
    {
        // Where midnight, or the whole day after, is skipped, the day ends with the jump.
        var midnight = zone.MapLocal(day.PlusDays(1).AtMidnight());
        var next = midnight.Count == 0 ? midnight.LateInterval.Start : midnight.First().ToInstant();
        return next - Duration.FromNanoseconds(1000);
    }

    /// <summary>A time to the microsecond, which is the precision of the store; what lies below is cut off.</summary>
    public static Instant ToMicrosecond(Instant time) =>
        Instant.FromUnixTimeTicks((long)Math.Floor(time.ToUnixTimeTicks() / 10m) * 10);

    /// <summary>
    /// A time with the offset that a zone has at it, such as <c>2025-05-14T23:59:59.999999+03:00</c>.
    /// </summary>
    public static string Format(Instant time, DateTimeZone zone) =>
        Pattern.Format(time.InZone(zone).ToOffsetDateTime());
}
