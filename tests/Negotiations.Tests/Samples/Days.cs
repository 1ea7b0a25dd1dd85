using NodaTime;
using NodaTime.Text;

namespace Negotiations.Tests;

/// <summary>Days as they are written in tables of cases.</summary>
public static class Days
{
    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Bounds, where null is open.</summary>
    public static DayBounds Between(string? earliest, string? latest) =>
        new(earliest is null ? null : Day(earliest), latest is null ? null : Day(latest));
}
