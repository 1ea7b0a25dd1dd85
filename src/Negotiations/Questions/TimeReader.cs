using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Negotiations;

/// <summary>
/// Times as people say them: <c>2025-05-14</c>, <c>May 14</c>, <c>14 May 2025 18:00</c>, <c>2025-05-14T18:00+03:00</c>,
/// <c>2025-05</c>.
/// </summary>
/// <remarks>A day means its last microsecond, a month that of its last day. Nothing depends on today.</remarks>
public static partial class TimeReader
{
    private const string Forms =
        "write 2025-05-14, \"May 14\", \"14 May 2025\", 2025-05-14T18:00, the same with Z or +03:00, "
        + "or 2025-05 for a whole month";

    private const int HalfYear = 183;

    private static readonly LocalTimePattern[] Clocks =
    [
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm:ss;FFFFFFFFF"),
    ];

    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("Z+HH:mm");

    /// <summary>The instant that a text means.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone of the talks, for times without an offset.</param>
    /// <param name="years">Gives dates without a year their year.</param>
    /// <exception cref="FormatException">The text is no such time, or means several; the message says what to
    /// write.</exception>
    public static Instant Read(string text, DateTimeZone zone, YearInference years)
    {
        if (FindNumericDay(text) is { } day)
            throw new FormatException(
                $"'{text}' is not a time that can be read; write {LocalDatePattern.Iso.Format(day)}"
            );
        if (Ambiguous().IsMatch(text))
            throw new FormatException($"'{text}' is ambiguous: day and month are written in either order; {Forms}");
        var parts = Whole().Match(text);
        if (!parts.Success)
            throw new FormatException($"'{text}' is not a time that can be read; {Forms}");

        try
        {
            var time = parts.Groups["time"].Value;
            var (first, last) = ParseDays(text, parts, years);
            if (time.Length == 0)
                return Bound.EndOfDay(last, zone);
            if (first != last)
                throw new FormatException($"'{text}' has a time of day but no day; {Forms}");
            return Bound.ToMicrosecond(
                AtClock(text, first + ParseClock(text, time), parts.Groups["offset"].Value, zone)
            );
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException(
                $"'{text}' lies outside of the years 1 to 9999 that can be asked about",
                exception
            );
        }
    }

    /// <summary>Whether a text is a date that leaves its year open, so that the negotiation has to give it.</summary>
    public static bool LacksYear(string text) =>
        Whole().Match(text) is { Success: true } parts && parts.Groups["year"].Length == 0;

    /// <summary>Whether a text is a whole month.</summary>
    public static bool IsMonth(string text) =>
        Whole().Match(text) is { Success: true } parts && parts.Groups["day"].Length == 0;

    /// <summary>The day that a text names by its month, such as <c>May 14</c> or <c>14 May 2025</c>; null where it
    /// names none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="near">Where it has no year, it is the one of those days that lies nearest to this.</param>
    public static LocalDate? FindDay(string text, LocalDate near)
    {
        if (
            Whole().Match(text) is not { Success: true } parts
            || !parts.Groups["name"].Success
            || parts.Groups["day"].Length == 0
            || parts.Groups["time"].Length > 0
        )
            return null;
        var isWhole = parts.Groups["year"].Length > 0;
        return (isWhole ? [Number(parts, "year")] : (int[])[near.Year - 1, near.Year, near.Year + 1])
            .Select(candidate => LocalDatePattern.Iso.Parse(FormatDay(candidate, parts)))
            .Where(parsed => parsed.Success)
            .Select(parsed => (Day: (LocalDate?)parsed.Value, Away: Math.Abs(Period.DaysBetween(near, parsed.Value))))
            // The 29th of February lies nearest in another year where this one has none.
            .Where(found => isWhole || found.Away <= HalfYear)
            .OrderBy(found => found.Away)
            .Select(found => found.Day)
            .FirstOrDefault();
    }

    /// <summary>The day that is written in numbers of which only one can be the month, such as <c>16.05.2025</c>;
    /// null where both can, or none.</summary>
    public static LocalDate? FindNumericDay(string text)
    {
        if (Numbers().Match(text) is not { Success: true } parts)
            return null;
        LocalDate?[] days =
        [
            .. new[] { "{2}-{1}-{0}", "{2}-{0}-{1}" }
                .Select(form =>
                    LocalDatePattern.Iso.Parse(
                        string.Format(
                            CultureInfo.InvariantCulture,
                            form,
                            parts.Groups["one"].Value.PadLeft(2, '0'),
                            parts.Groups["other"].Value.PadLeft(2, '0'),
                            parts.Groups["year"].Value
                        )
                    )
                )
                .Where(parsed => parsed.Success)
                .Select(parsed => (LocalDate?)parsed.Value)
                .Distinct(),
        ];
        return days is [var only] ? only : null;
    }

    private static string FormatDay(int year, Match parts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{year:0000}-{FindMonth(parts.Groups["name"].Value) + 1:00}-{Number(parts, "day"):00}"
        );

    private static (LocalDate First, LocalDate Last) ParseDays(string text, Match parts, YearInference years)
    {
        var month = parts.Groups["number"].Success
            ? Number(parts, "number")
            : ParseMonth(text, parts.Groups["name"].Value);
        if (month is < 1 or > 12)
            throw new FormatException($"'{text}' has no such month: 01 to 12");
        var year = parts.Groups["year"].Length > 0 ? Number(parts, "year") : FindOnlyYear(text, month, years);
        if (year < 1)
            throw new FormatException($"'{text}' lies outside of the years 1 to 9999 that can be asked about");
        var length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        if (parts.Groups["day"].Length == 0)
            return (new(year, month, 1), new(year, month, length));

        var day = Number(parts, "day");
        if (day < 1 || day > length)
            throw new FormatException($"'{text}' does not exist: that month of {year} has {length} days");
        return (new(year, month, day), new(year, month, day));
    }

    private static int FindOnlyYear(string text, int month, YearInference years) =>
        years.FindYears(month) switch
        {
            [var only] => only,
            [] => throw new FormatException(
                $"'{text}' has no year, and the negotiation has no {years.Known} in that month; add the year"
            ),
            var candidates => throw new FormatException(
                $"'{text}' has no year, and the negotiation has {years.Known} in that month of "
                    + $"{string.Join(", ", candidates)}; add the year"
            ),
        };

    private static int ParseMonth(string text, string name)
    {
        var month = FindMonth(name);
        return month >= 0
            ? month + 1
            : throw new FormatException($"'{text}' is not a time that can be read: '{name}' is no month; {Forms}");
    }

    // The number of the month less 1; -1 where it is none.
    private static int FindMonth(string name) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, full =>
            full.Length > 0 && name.Length >= 3 && IsShortFor(name, full)
        );

    private static bool IsShortFor(string name, string full) =>
        full.Equals(name, StringComparison.OrdinalIgnoreCase)
        || full[..3].Equals(name, StringComparison.OrdinalIgnoreCase)
        || (name.Length == 4 && full.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    private static LocalTime ParseClock(string text, string clock)
    {
        foreach (var pattern in Clocks)
        {
            if (pattern.Parse(clock) is { Success: true, Value: var time })
                return time;
        }

        throw new FormatException(
            $"'{text}' has no such time of day: '{clock}' does not lie between 00:00 and 23:59:59.999999"
        );
    }

    private static Instant AtClock(string text, LocalDateTime local, string offset, DateTimeZone zone)
    {
        if (offset.Length > 0)
        {
            return Offsets.Parse(offset.ToUpperInvariant()) is { Success: true, Value: var fixedOffset }
                ? local.WithOffset(fixedOffset).ToInstant()
                : throw new FormatException($"'{text}' has no such offset: '{offset}'; write Z or one such as +03:00");
        }

        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => mapping.Single().ToInstant(),
            0 => throw new FormatException(
                $"'{text}' does not exist in {zone.Id}, where the clocks were put forward over it; add "
                    + "an offset such as +03:00"
            ),
            _ => throw new FormatException(
                $"'{text}' comes twice in {zone.Id}, where the clocks were put back; add the offset, "
                    + $"{mapping.First().Offset} or {mapping.Last().Offset}"
            ),
        };
    }

    private static int Number(Match parts, string group) =>
        int.Parse(parts.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """
            ^\s*
            (?: (?<year>[0-9]{4})-(?<number>[0-9]{2})(?:-(?<day>[0-9]{2}))?
              | (?<name>\p{L}+)\.?\s+(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s*,?\s+(?<year>[0-9]{4}))?
              | (?<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?\s+(?<name>\p{L}+)\.?(?:\s*,?\s+(?<year>[0-9]{4}))?
              | (?<name>\p{L}+)\s+(?<year>[0-9]{4})
            )
            (?: (?:\s*,?\s+|T)(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)
                \s*(?<offset>Z|[+-][0-9]{2}:[0-9]{2})? )?
            \s*$
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^\s*(?<one>[0-9]{1,2})(?<mark>[./-])(?<other>[0-9]{1,2})\k<mark>(?<year>[0-9]{4})(?:\s|T|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^\s*[0-9]{1,2}[./-][0-9]{1,2}(?:[./-](?:[0-9]{2}){0,2})?(?:\s|T|$)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Ambiguous();
}
