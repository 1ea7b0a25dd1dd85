using NodaTime;

namespace Negotiations;

/// <summary>A bound on the happened clock as a number: of days since the first of January 1970.</summary>
public static class HappenedDay
{
    /// <summary>No bound: greater than every day, for it admits every act.</summary>
    public const int Unbounded = int.MaxValue;

    private static readonly LocalDate First = new(1970, 1, 1);

    /// <summary>The first day that an act can be dated to (<see cref="Edtf"/>).</summary>
    public static int Earliest { get; } = Number(new LocalDate(1, 1, 1));

    /// <summary>The number of a day.</summary>
    public static int Number(LocalDate day) => Period.DaysBetween(First, day);

    /// <summary>The number of a bound.</summary>
    public static int Number(HappenedBound bound) => bound.LastDay is { } day ? Number(day) : Unbounded;

    /// <summary>The bound with a number.</summary>
    public static HappenedBound ToBound(int number) => new(number == Unbounded ? null : First.PlusDays(number));
}
