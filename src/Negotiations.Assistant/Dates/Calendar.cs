using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Negotiations.Assistant.Dates;

/// <summary>Days, weeks and months around a day of publication, as EDTF.</summary>
internal static class Calendar
{
    private static readonly string[] WeekdayNames =
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    private static readonly string[] MonthNames =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    private static readonly string[] ShortMonths =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ];

    private static readonly string[] Numbers =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    public static IsoDayOfWeek? FindWeekday(string word) =>
        Array.IndexOf(WeekdayNames, word) is >= 0 and var day ? (IsoDayOfWeek)(day + 1) : null;

    public static int? FindMonth(string word) =>
        Array.IndexOf(MonthNames, word) is >= 0 and var month ? month + 1
        : Array.IndexOf(ShortMonths, word) is >= 0 and var brief ? brief + 1
        : null;

    public static int? FindNumber(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Array.IndexOf(Numbers, word) is >= 0 and var place ? place + 1
        : word is "a" or "an" ? 1
        : null;

    public static string FormatDay(LocalDate day) => LocalDatePattern.Iso.Format(day);

    public static string FormatMonth(int year, int month) => $"{year:D4}-{month:D2}";

    public static string FormatInterval(LocalDate first, LocalDate last) => $"{FormatDay(first)}/{FormatDay(last)}";

    /// <summary>One of some days that follow on each other.</summary>
    public static string FormatSet(LocalDate first, LocalDate last) => $"[{FormatDay(first)}..{FormatDay(last)}]";

    public static LocalDate FindDay(LocalDate published, IsoDayOfWeek day, Direction direction) =>
        published.DayOfWeek == day ? published
        : direction == Direction.Past ? published.Previous(day)
        : published.Next(day);

    /// <summary>The Monday of a week.</summary>
    public static LocalDate FindMonday(LocalDate day) =>
        day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);

    /// <summary>The year of a month without one: the nearest in a direction, the month of publication
    /// included.</summary>
    public static int FindYear(LocalDate published, int month, Direction direction) =>
        direction == Direction.Past
            ? month <= published.Month
                ? published.Year
                : published.Year - 1
            : month >= published.Month
                ? published.Year
                : published.Year + 1;

    /// <summary>A day of a month, or null where the month has no such day.</summary>
    public static LocalDate? MakeDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new(year, month, day)
            : null;
}
