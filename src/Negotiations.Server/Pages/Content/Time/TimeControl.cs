namespace Negotiations.Server.Pages;

/// <summary>Steps through what became known, happened or was recorded; every step is an address.</summary>
public sealed record TimeControl
{
    /// <summary>The clock on which it steps: <c>known</c>, <c>happened</c>, <c>recorded</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>The number of stops.</summary>
    public required int Count { get; init; }

    /// <summary>The stop at which the page is, from 1; 0 before the first.</summary>
    public required int Current { get; init; }

    /// <summary>Where the page is, in words.</summary>
    public required string Words { get; init; }

    /// <summary>What stands in the field for a time.</summary>
    public required string Typed { get; init; }

    /// <summary>What may be typed in it, as an example; empty where there is no stop.</summary>
    public required string Example { get; init; }

    /// <summary>The first, previous, next and last stop and now; null where there is none.</summary>
    public required IReadOnlyList<(string Name, string? To)> Steps { get; init; }

    /// <summary>The clocks, each with what it asks.</summary>
    public required IReadOnlyList<ClockChoice> Clocks { get; init; }

    /// <summary>What the marked fact is called; null where none is.</summary>
    public string? Marked { get; init; }

    /// <summary>Where that fact changed.</summary>
    public IReadOnlyList<TimeMark> Marks { get; init; } = [];
}

/// <summary>A clock to choose.</summary>
/// <param name="Clock">Its name.</param>
/// <param name="Asks">What it asks, in words.</param>
/// <param name="To">The page on this clock.</param>
/// <param name="IsChosen">Whether the page is on it.</param>
public sealed record ClockChoice(string Clock, string Asks, PageAddress To, bool IsChosen);

/// <summary>A time at which the marked fact changed.</summary>
/// <param name="Stop">The stop.</param>
/// <param name="When">The time in words.</param>
/// <param name="What">What the fact was from then on.</param>
/// <param name="To">The page at that time.</param>
/// <param name="IsCurrent">Whether the page shows what the fact was from then on.</param>
public sealed record TimeMark(int Stop, string When, string What, PageAddress To, bool IsCurrent);
