using NodaTime;
using NodaTime.Text;

namespace Negotiations.Coding;

/// <summary>Reads times of publication: <c>2025-05-14T23:30</c> in a zone, the same with an offset, or a day.</summary>
internal static class PublicationTimeReader
{
    /// <summary>The instant that a text means; a day means its last microsecond.</summary>
    /// <exception cref="FormatException">The text is no such time, or the zone has none or two instants for
    /// it.</exception>
    public static Instant Parse(string text, DateTimeZone zone)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
            return Bound.EndOfDay(InRange(day, text), zone);
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is not { Success: true, Value: var withOffset })
                continue;
            InRange(withOffset.Date, text);
            return withOffset.ToInstant();
        }

        foreach (var pattern in Local)
        {
            if (pattern.Parse(text) is not { Success: true, Value: var local })
                continue;
            InRange(local.Date, text);
            var mapping = zone.MapLocal(local);
            return mapping.Count switch
            {
                1 => mapping.Single().ToInstant(),
                0 => throw new FormatException(
                    $"'{text}' does not exist in {zone.Id}: the clocks were put forward over it"
                ),
                _ => throw new FormatException(
                    $"'{text}' comes twice in {zone.Id}, when the clocks are put back; add the offset, such as +03:00"
                ),
            };
        }

        throw new FormatException(
            $"'{text}' is not a time; write 2025-05-14T23:30, 2025-05-14T23:30+03:00 or 2025-05-14"
        );
    }

    // At the ends of the calendar there is no next day, nor another zone.
    private static LocalDate InRange(LocalDate day, string text) =>
        day.Year is >= 1 and <= 9998
            ? day
            : throw new FormatException(
                $"'{text}' is not a time of publication: it lies outside the years 0001 to 9998"
            );

    private static readonly LocalDateTimePattern[] Local =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFF"),
    ];

    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFo<Z+HH:mm>"),
    ];
}
