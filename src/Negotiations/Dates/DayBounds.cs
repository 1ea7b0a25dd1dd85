using NodaTime;

namespace Negotiations;

/// <summary>
/// The first and the last day on which something may have happened, both inclusive; null is unbounded.
/// </summary>
/// <remarks>An intersection may be empty: then <see cref="Earliest"/> lies after <see cref="Latest"/>.</remarks>
/// <param name="Earliest">The first possible day, or null for any time before.</param>
/// <param name="Latest">The last possible day, or null for any time after.</param>
public readonly record struct DayBounds(LocalDate? Earliest, LocalDate? Latest)
{
    /// <summary>No bounds at all.</summary>
    public static DayBounds Unbounded { get; }

    /// <summary>Exactly one day.</summary>
    public static DayBounds FromDay(LocalDate day) => new(day, day);

    /// <summary>Whether no day fits.</summary>
    public bool IsEmpty => Earliest > Latest;

    /// <summary>Whether exactly one day fits.</summary>
    public bool IsDay => Earliest is not null && Earliest == Latest;

    /// <summary>The number of days that fit, or <see cref="int.MaxValue"/> where a side is open.</summary>
    public int Width =>
        Earliest is { } earliest && Latest is { } latest ? Period.DaysBetween(earliest, latest) + 1 : int.MaxValue;

    /// <summary>The days that fit both.</summary>
    public DayBounds Intersect(DayBounds other) => new(Later(Earliest, other.Earliest), Earlier(Latest, other.Latest));

    /// <summary>The days that fit and are not after a day.</summary>
    public DayBounds CutAt(LocalDate day) => Intersect(new(null, day));

    private static LocalDate? Later(LocalDate? a, LocalDate? b) => a is null || b > a ? b ?? a : a;

    private static LocalDate? Earlier(LocalDate? a, LocalDate? b) => a is null || b < a ? b ?? a : a;
}
