using NodaTime;

namespace Negotiations;

/// <summary>A date as precise as it is known, in the Extended Date/Time Format.</summary>
/// <remarks>
/// ISO 8601-2:2019, profile levels 1 and 2 of EDTF (Library of Congress), in the subset that reports of negotiations
/// use: days, months, years, seasons, unspecified digits, qualifiers, sets and intervals in the years 0001 to 9999. A
/// time of day is not part of it (see <see cref="TimeOfDay"/>).
/// </remarks>
/// <param name="Text">The date as written.</param>
/// <param name="Bounds">The first and the last day that it admits.</param>
/// <param name="Precision">How precise it is.</param>
public sealed record Edtf(string Text, DayBounds Bounds, DatePrecision Precision)
{
    /// <summary>Reads a date.</summary>
    /// <exception cref="FormatException">The text is no such date; the message says why.</exception>
    public static Edtf Parse(string text) => EdtfParser.Parse(text);

    /// <summary>
    /// Whether the date covers a stretch of time rather than naming the moment: a month, a season, a year, an interval.
    /// </summary>
    public bool IsStretch => Precision is not (DatePrecision.Day or DatePrecision.Set);

    /// <summary>The text of a date that admits exactly the days of some bounds.</summary>
    public static Edtf From(DayBounds bounds)
    {
        if (bounds is { Earliest: null, Latest: null })
            return new("..", bounds, DatePrecision.Unknown);
        if (bounds.IsDay)
            return new(Day(bounds.Earliest), bounds, DatePrecision.Day);
        if (bounds is { Earliest: { } earliest, Latest: { } latest })
        {
            if (
                earliest == new LocalDate(earliest.Year, earliest.Month, 1)
                && latest == DateAdjusters.EndOfMonth(earliest)
            )
                return new(Day(earliest)[..7], bounds, DatePrecision.Month);
            if (earliest == new LocalDate(earliest.Year, 1, 1) && latest == new LocalDate(earliest.Year, 12, 31))
                return new(Day(earliest)[..4], bounds, DatePrecision.Year);
        }

        return new($"[{Day(bounds.Earliest)}..{Day(bounds.Latest)}]", bounds, DatePrecision.Set);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <inheritdoc/>
    public bool Equals(Edtf? other) => Text == other?.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    private static string Day(LocalDate? day) =>
        day is { } value ? NodaTime.Text.LocalDatePattern.Iso.Format(value) : "";
}
