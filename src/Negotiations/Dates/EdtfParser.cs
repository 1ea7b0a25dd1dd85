using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Negotiations;

/// <summary>Reads dates in the Extended Date/Time Format.</summary>
internal static class EdtfParser
{
    private const string Qualifiers = "?~%";
    private const int DayLength = 10;

    public static Edtf Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            throw Bad(text, "it is empty");
        // Most dates are a day, whole and certain, and many are read.
        if (
            trimmed.Length == DayLength
            && LocalDatePattern.Iso.Parse(trimmed) is { Success: true, Value: { Year: > 0 } day }
        )
            return new(trimmed, DayBounds.FromDay(day), DatePrecision.Day);
        if (trimmed.Contains('T'))
            throw Bad(text, "it has a time of day; give the day here and the time as 'timeOfDay'");
        if (trimmed[0] is '[' or '{')
            return ParseSet(trimmed);
        if (trimmed.Contains('/'))
            return ParseInterval(trimmed);
        var (bounds, precision) = ParseDate(trimmed, trimmed);
        return new(trimmed, bounds, precision);
    }

    private static Edtf ParseInterval(string text)
    {
        var ends = text.Split('/');
        if (ends.Length != 2)
            throw Bad(text, "an interval has exactly one '/'");
        var start = ParseEnd(ends[0], text);
        var end = ParseEnd(ends[1], text);
        var bounds = new DayBounds(start.Earliest, end.Latest);
        if (bounds is { Earliest: null, Latest: null })
            throw Bad(text, "an interval has at least one end; leave out a date that is not known");
        if (bounds.IsEmpty)
            throw Bad(text, "the interval ends before it begins");
        return new(text, bounds, DatePrecision.Interval);
    }

    // An empty end is unknown, ".." is open: for the bounds of an act both mean that nothing limits it.
    private static DayBounds ParseEnd(string end, string text) =>
        end is "" or ".." ? DayBounds.Unbounded : ParseDate(end, text).Bounds;

    private static Edtf ParseSet(string text)
    {
        var close = text[0] == '[' ? ']' : '}';
        if (text[^1] != close)
            throw Bad(text, $"a set that begins with '{text[0]}' ends with '{close}'");
        if (close == '}')
            throw Bad(text, "'{…}' means all of the dates; an act has one, so write '[…]' for one of them");
        var members = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
        var bounds = members.Select(member => ParseMember(member, text)).ToList();
        return new(
            text,
            new DayBounds(
                bounds.Any(b => b.Earliest is null) ? null : bounds.Min(b => b.Earliest),
                bounds.Any(b => b.Latest is null) ? null : bounds.Max(b => b.Latest)
            ),
            DatePrecision.Set
        );
    }

    private static DayBounds ParseMember(string member, string text)
    {
        if (member.Length == 0)
            throw Bad(text, "a set has a date on each side of a comma");
        var dots = member.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0)
            return ParseDate(member, text).Bounds;
        var (start, end) = (ParseEnd(member[..dots], text), ParseEnd(member[(dots + 2)..], text));
        var bounds = new DayBounds(start.Earliest, end.Latest);
        if (bounds is { Earliest: null, Latest: null })
            throw Bad(text, "'..' needs a date on at least one side");
        if (bounds.IsEmpty)
            throw Bad(text, $"'{member}' ends before it begins");
        return bounds;
    }

    private static (DayBounds Bounds, DatePrecision Precision) ParseDate(string date, string text)
    {
        var parts = date.Split('-');
        if (parts.Length > 3 || parts.Any(part => part.Length == 0))
            throw Bad(text, $"'{date}' is not year, year-month or year-month-day");
        // A qualifier stands after a part (it then covers all to the left) or before it (it covers that part alone).
        for (var i = 0; i < parts.Length; i++)
            parts[i] = WithoutQualifier(parts[i], text);

        var years = Numbers(parts[0], 4, 1..9999, "year", text);
        if (years.Count == 0)
            throw Bad(text, "there is no year 0000 in this calendar");
        var (firstYear, lastYear) = (years[0], years[^1]);
        if (parts.Length == 1)
            return (
                new(new(firstYear, 1, 1), new(lastYear, 12, 31)),
                firstYear == lastYear ? DatePrecision.Year : DatePrecision.Years
            );

        var months = Numbers(parts[1], 2, 1..12, "month", text);
        if (months.Count == 0)
        {
            var season = (int.TryParse(parts[1], out var code) ? Season.Find(code) : null)
                ?? throw Bad(text, $"'{parts[1]}' is neither a month (01 to 12) nor a season (21 to 41)");
            if (parts.Length == 3)
                throw Bad(text, $"'{parts[1]}' is a season, and a season has no days");
            if (firstYear != lastYear)
                throw Bad(text, "a season needs a year with all its digits");
            if (firstYear == 9999 && season.EndsInNextYear)
                throw Bad(text, "it ends after the year 9999");
            return (season.In(firstYear), DatePrecision.Season);
        }

        var (firstMonth, lastMonth) = (months[0], months[^1]);
        var exact = firstYear == lastYear && firstMonth == lastMonth;
        if (parts.Length == 2)
        {
            return (
                new(new(firstYear, firstMonth, 1), new(lastYear, lastMonth, DaysIn(lastYear, lastMonth))),
                exact ? DatePrecision.Month
                : firstYear == lastYear ? DatePrecision.Year
                : DatePrecision.Years
            );
        }

        // With digits left open, not every combination is a date: 2024-0X-31 begins in January and ends in August.
        var days = Numbers(parts[2], 2, 1..31, "day", text);
        if (FirstDate(years, months, days) is not { } first)
            throw Bad(
                text,
                exact ? $"{parts[0]}-{parts[1]} has no day {parts[2]}" : $"'{parts[2]}' is not a day of that month"
            );
        var last = FirstDate(Enumerable.Reverse(years), Enumerable.Reverse(months), Enumerable.Reverse(days))!.Value;
        return (
            new(first, last),
            !exact ? (firstYear == lastYear ? DatePrecision.Year : DatePrecision.Years)
            : first == last ? DatePrecision.Day
            : DatePrecision.Month
        );
    }

    private static LocalDate? FirstDate(IEnumerable<int> years, IEnumerable<int> months, IEnumerable<int> days) =>
        (
            from year in years
            from month in months
            from day in days
            where day <= DaysIn(year, month)
            select (LocalDate?)new LocalDate(year, month, day)
        ).FirstOrDefault();

    private static int DaysIn(int year, int month) => CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static string WithoutQualifier(string part, string text)
    {
        if (Qualifiers.Contains(part[0]))
            part = part[1..];
        else if (Qualifiers.Contains(part[^1]))
            part = part[..^1];
        if (part.Length == 0 || part.IndexOfAny([.. Qualifiers]) >= 0)
            throw Bad(text, "a part of a date has at most one of the qualifiers ? ~ %");
        return part;
    }

    // The numbers that a part admits, in order.
    private static List<int> Numbers(string part, int length, Range within, string what, string text)
    {
        if (part.Length != length || part.Any(c => !char.IsAsciiDigit(c) && c != 'X'))
            throw Bad(text, $"'{part}' is not a {what} of {length} digits (X stands for a digit that is not known)");
        var (low, high) = (within.Start.Value, within.End.Value);
        return part.Contains('X') ? [.. Enumerable.Range(low, high - low + 1).Where(number => Fits(number, part))]
            : int.Parse(part, CultureInfo.InvariantCulture) is var exact && exact >= low && exact <= high ? [exact]
            : [];
    }

    private static bool Fits(int number, string part)
    {
        for (var i = part.Length - 1; i >= 0; i--, number /= 10)
        {
            if (part[i] != 'X' && part[i] - '0' != number % 10)
                return false;
        }

        return true;
    }

    private static FormatException Bad(string text, string why) => new($"'{text}' is not an EDTF date: {why}");
}
