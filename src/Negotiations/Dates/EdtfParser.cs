using NodaTime;

namespace Negotiations;

/// <summary>Reads dates in the Extended Date/Time Format.</summary>
internal static class EdtfParser
{
    private const string Qualifiers = "?~%";

    public static Edtf Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) throw Bad(text, "it is empty");
        if (trimmed.Contains('T'))
            throw Bad(text, "it has a time of day; give the day here and the time as 'timeOfDay'");
        if (trimmed[0] is '[' or '{') return ParseSet(trimmed);
        if (trimmed.Contains('/')) return ParseInterval(trimmed);
        var (bounds, precision) = ParseDate(trimmed, trimmed);
        return new(trimmed, bounds, precision);
    }

    private static Edtf ParseInterval(string text)
    {
        var ends = text.Split('/');
        if (ends.Length != 2) throw Bad(text, "an interval has exactly one '/'");
        var start = ParseEnd(ends[0], text);
        var end = ParseEnd(ends[1], text);
        var bounds = new DayBounds(start.Earliest, end.Latest);
        if (bounds is { Earliest: null, Latest: null }) throw Bad(text, "an interval has at least one end; leave out a date that is not known");
        if (bounds.IsEmpty || start.Earliest > end.Earliest) throw Bad(text, "the interval ends before it begins");
        return new(text, bounds, DatePrecision.Interval);
    }

    // An empty end is unknown, ".." is open: for the bounds of an act both mean that nothing limits it.
    private static DayBounds ParseEnd(string end, string text) => end is "" or ".." ? DayBounds.Unbounded : ParseDate(end, text).Bounds;

    private static Edtf ParseSet(string text)
    {
        var close = text[0] == '[' ? ']' : '}';
        if (text[^1] != close) throw Bad(text, $"a set that begins with '{text[0]}' ends with '{close}'");
        if (close == '}') throw Bad(text, "'{…}' means all of the dates; an act has one, so write '[…]' for one of them");
        var members = text[1..^1].Split(',', StringSplitOptions.TrimEntries);
        var bounds = members.Select(member => ParseMember(member, text)).ToList();
        return new(
            text,
            new DayBounds(
                bounds.Any(b => b.Earliest is null) ? null : bounds.Min(b => b.Earliest),
                bounds.Any(b => b.Latest is null) ? null : bounds.Max(b => b.Latest)),
            DatePrecision.Set);
    }

    private static DayBounds ParseMember(string member, string text)
    {
        if (member.Length == 0) throw Bad(text, "a set has a date on each side of a comma");
        var dots = member.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return ParseDate(member, text).Bounds;
        var (start, end) = (ParseEnd(member[..dots], text), ParseEnd(member[(dots + 2)..], text));
        var bounds = new DayBounds(start.Earliest, end.Latest);
        if (bounds is { Earliest: null, Latest: null }) throw Bad(text, "'..' needs a date on at least one side");
        if (bounds.IsEmpty) throw Bad(text, $"'{member}' ends before it begins");
        return bounds;
    }

    private static (DayBounds Bounds, DatePrecision Precision) ParseDate(string date, string text)
    {
        var parts = date.Split('-');
        if (parts.Length > 3 || parts.Any(part => part.Length == 0)) throw Bad(text, $"'{date}' is not year, year-month or year-month-day");
        // A qualifier stands after a part (it then covers all to the left) or before it (it covers that part alone).
        for (var i = 0; i < parts.Length; i++) parts[i] = WithoutQualifier(parts[i], text);

        var year = Digits(parts[0], 4, "year", text);
        if (year is { Low: 0, High: 0 }) throw Bad(text, "there is no year 0000 in this calendar");
        var (firstYear, lastYear) = (Math.Max(year.Low, 1), year.High);
        if (parts.Length == 1)
            return (new(new(firstYear, 1, 1), new(lastYear, 12, 31)), firstYear == lastYear ? DatePrecision.Year : DatePrecision.Years);

        var month = Digits(parts[1], 2, "month", text);
        if (month is { Low: > 12, High: var code } && month.Low == code)
        {
            if (parts.Length == 3) throw Bad(text, $"'{parts[1]}' is a season, and a season has no days");
            if (firstYear != lastYear) throw Bad(text, "a season needs a year with all its digits");
            var season = Season.Find(code) ?? throw Bad(text, $"'{parts[1]}' is neither a month (01 to 12) nor a season (21 to 41)");
            return (season.In(firstYear), DatePrecision.Season);
        }

        var (firstMonth, lastMonth) = (Math.Max(month.Low, 1), Math.Min(month.High, 12));
        if (month.High == 0 || firstMonth > lastMonth) throw Bad(text, $"'{parts[1]}' is not a month (01 to 12)");
        var exact = firstYear == lastYear && firstMonth == lastMonth;
        if (parts.Length == 2)
        {
            return (
                new(new(firstYear, firstMonth, 1), LastDay(lastYear, lastMonth)),
                exact ? DatePrecision.Month : firstYear == lastYear ? DatePrecision.Year : DatePrecision.Years);
        }

        var day = Digits(parts[2], 2, "day", text);
        var (firstDay, lastDay) = (Math.Max(day.Low, 1), Math.Min(day.High, LastDay(lastYear, lastMonth).Day));
        if (day.High == 0 || firstDay > LastDay(firstYear, firstMonth).Day || firstDay > lastDay)
            throw Bad(text, exact ? $"{parts[0]}-{parts[1]} has no day {parts[2]}" : $"'{parts[2]}' is not a day of that month");
        return (
            new(new(firstYear, firstMonth, firstDay), new(lastYear, lastMonth, lastDay)),
            !exact ? (firstYear == lastYear ? DatePrecision.Year : DatePrecision.Years)
                : firstDay == lastDay ? DatePrecision.Day : DatePrecision.Month);
    }

    private static LocalDate LastDay(int year, int month) => new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));

    private static string WithoutQualifier(string part, string text)
    {
        if (Qualifiers.Contains(part[0])) part = part[1..];
        else if (Qualifiers.Contains(part[^1])) part = part[..^1];
        if (part.Length == 0 || part.IndexOfAny([.. Qualifiers]) >= 0) throw Bad(text, "a part of a date has at most one of the qualifiers ? ~ %");
        return part;
    }

    private static (int Low, int High) Digits(string part, int length, string what, string text)
    {
        if (part.Length != length || part.Any(c => !char.IsAsciiDigit(c) && c != 'X'))
            throw Bad(text, $"'{part}' is not a {what} of {length} digits (X stands for a digit that is not known)");
        return (int.Parse(part.Replace('X', '0')), int.Parse(part.Replace('X', '9')));
    }

    private static FormatException Bad(string text, string why) => new($"'{text}' is not an EDTF date: {why}");
}
