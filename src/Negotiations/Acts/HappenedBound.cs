using NodaTime;

namespace Negotiations;

/// <summary>The bound of a question on the happened clock.</summary>
/// <param name="LastDay">The last day that counts, or null for no bound.</param>
public readonly record struct HappenedBound(LocalDate? LastDay)
{
    /// <summary>No bound.</summary>
    public static HappenedBound None { get; }

    /// <summary>Whether an act counts: its latest possible day is not after the bound.</summary>
    public bool Admits(Act act) => LastDay is not { } day || act.Date.Bounds.Latest <= day;

    /// <summary>Whether an act is left out although it may have happened in time.</summary>
    public bool LeavesOutAsVague(Act act) => !Admits(act) && !(act.Date.Bounds.Earliest > LastDay);
}
