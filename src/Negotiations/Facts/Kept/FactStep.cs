namespace Negotiations;

/// <summary>One fact for what a reader could know by a time, over the happened clock.</summary>
/// <param name="acts">The acts that bear on it then, in the order of their keys.</param>
/// <param name="decisions">How the fact is decided.</param>
internal sealed class FactStep(IReadOnlyList<Act> acts, FactDecisions decisions)
{
    // Bounds between two of these days admit the same acts.
    private readonly int[] lastDays = [.. acts.Select(act => act.LastDay).Distinct().Order()];
    private readonly Dictionary<int, FactDecision?> decided = [];

    /// <summary>How the fact is decided under a bound on the happened clock; null where it is not there.</summary>
    public FactDecision? Decide(int day)
    {
        var found = Array.BinarySearch(lastDays, day);
        var place = found < 0 ? ~found - 1 : found;
        if (place < 0)
            return null;
        if (!decided.TryGetValue(place, out var known))
            decided[place] = known = decisions.Decide([.. acts.Where(act => act.LastDay <= lastDays[place])]);
        return known;
    }
}
