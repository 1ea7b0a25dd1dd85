using NodaTime;

namespace Negotiations;

/// <summary>A part of a year that EDTF writes in place of a month.</summary>
/// <remarks>
/// ISO 8601-2:2019 gives the codes but no days. Seasons are the meteorological ones, of the northern half of the globe
/// unless the code says southern; a winter of the north begins in December of its year.
/// </remarks>
/// <param name="FirstMonth">The month with which it begins.</param>
/// <param name="Months">How many months it has.</param>
internal sealed record Season(int FirstMonth, int Months)
{
    /// <summary>The season with a code, or null.</summary>
    public static Season? Find(int code) =>
        code switch
        {
            >= 21 and <= 24 => new(3 * (code - 20), 3), // spring, summer, autumn, winter
            >= 25 and <= 28 => new(3 * (code - 24), 3), // the same, northern
            29 => new(9, 3), // spring, southern
            30 => new(12, 3),
            31 => new(3, 3),
            32 => new(6, 3),
            >= 33 and <= 36 => new((3 * (code - 33)) + 1, 3), // quarters
            >= 37 and <= 39 => new((4 * (code - 37)) + 1, 4), // thirds
            40 or 41 => new((6 * (code - 40)) + 1, 6), // halves
            _ => null,
        };

    /// <summary>Whether it reaches into the year after the one in which it begins.</summary>
    public bool EndsInNextYear => FirstMonth + Months > 13;

    /// <summary>Its first and last day in the year in which it begins.</summary>
    public DayBounds In(int year)
    {
        var first = new LocalDate(year, FirstMonth, 1);
        return new(first, first.PlusMonths(Months - 1).With(DateAdjusters.EndOfMonth));
    }
}
