using NodaTime;
using NodaTime.Text;

namespace Negotiations;

/// <summary>A time that a page gives for its article.</summary>
/// <param name="Property">The property of schema.org: <c>datePublished</c> or <c>dateModified</c>.</param>
/// <param name="Text">The time as the page has it.</param>
/// <param name="Earliest">The earliest instant that it can mean.</param>
/// <param name="Latest">The latest instant that it can mean.</param>
internal sealed record PageTime(string Property, string Text, Instant Earliest, Instant Latest)
{
    // Where no offset is given the page may mean any: from 14 hours ahead of UTC to 12 behind it.
    private static readonly Offset FarthestAhead = Offset.FromHours(14);
    private static readonly Offset FarthestBehind = Offset.FromHours(-12);

    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        OffsetDateTimePattern.ExtendedIso,
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFFFFFFFFo<+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<+HHmm>"),
    ];

    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.ExtendedIso,
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm"),
    ];

    /// <summary>The times that a page gives; what is no time of ISO 8601 is passed over.</summary>
    public static IReadOnlyList<PageTime> ReadAll(ArticleMetadata? metadata) =>
        [
            .. new[]
            {
                Read("datePublished", metadata?.Published),
                Read("dateModified", metadata?.Modified),
            }.OfType<PageTime>(),
        ];

    /// <summary>
    /// Whether a publication was coded at this time, to the minute, or at the end of its day where only that was known.
    /// </summary>
    public bool Fits(Publication coded, DateTimeZone zone)
    {
        var minute = Duration.FromMinutes(1);
        if (coded.Time > Earliest - minute && coded.Time < Latest + minute)
            return true;
        var day = coded.Time.InZone(zone).Date;
        return coded.Time == Bound.EndOfDay(day, zone)
            && Earliest <= coded.Time
            && Latest >= zone.AtStartOfDay(day).ToInstant();
    }

    private static PageTime? Read(string property, string? text)
    {
        if (text is null)
            return null;
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is { Success: true, Value: var time })
                return new(property, text, time.ToInstant(), time.ToInstant());
        }

        foreach (var pattern in WithoutOffset)
        {
            if (pattern.Parse(text) is { Success: true, Value: var local })
                return Between(property, text, local, local);
        }

        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 1 and < 9998 } day }
            ? Between(property, text, day.AtMidnight(), day.PlusDays(1).AtMidnight())
            : null;
    }

    private static PageTime? Between(string property, string text, LocalDateTime first, LocalDateTime last) =>
        first.Year is > 1 and < 9998
            ? new(
                property,
                text,
                first.WithOffset(FarthestAhead).ToInstant(),
                last.WithOffset(FarthestBehind).ToInstant()
            )
            : null;
}
