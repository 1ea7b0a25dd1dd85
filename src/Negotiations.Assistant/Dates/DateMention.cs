using NodaTime;

namespace Negotiations.Assistant.Dates;

/// <summary>Words that say when.</summary>
/// <param name="First">The first of its tokens.</param>
/// <param name="Last">The last of its tokens.</param>
/// <param name="Written">The words as they stand in the text.</param>
internal sealed record DateMention(int First, int Last, string Written)
{
    /// <summary>The EDTF date for the day of publication, read into the past or into the future.</summary>
    public required Func<LocalDate, Direction, string?> Resolve { get; init; }

    /// <summary>The time of day, where the words give it.</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Whether it is a day of the week, alone or with "last" or "next".</summary>
    public bool IsWeekday { get; init; }

    /// <summary>Whether it says from when on ("since 2014").</summary>
    public bool IsSince { get; init; }

    /// <summary>Whether it is a genitive or stands before a noun: "Thursday's talks".</summary>
    public bool IsOwned { get; init; }

    /// <summary>Whether the words point back ("last week", "two years ago"), ahead ("next week"), or neither.</summary>
    public Direction? Points { get; init; }

    /// <summary>The year that it names; null where it names none.</summary>
    public int? Year { get; init; }

    /// <summary>The day of the month that it names; null where it names none.</summary>
    public int? Day { get; init; }
}

/// <summary>Where a date lies from the publication.</summary>
internal enum Direction
{
    Past,
    Future,
}
