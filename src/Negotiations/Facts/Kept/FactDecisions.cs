using System.Runtime.CompilerServices;

namespace Negotiations;

/// <summary>How one fact is decided by the acts that count, each set of which is decided once.</summary>
/// <remarks>
/// Few sets of acts are there beside the many points of the clocks: most of what becomes known, or is recorded, leaves
/// most
/// acts as they are.
/// </remarks>
/// <param name="key">Key of the fact.</param>
/// <param name="comparison">Tells what can both be true.</param>
internal sealed class FactDecisions(string key, ValueComparison comparison)
{
    private readonly Dictionary<IReadOnlyList<object>, Act> acts = new(ByReference.Instance);
    private readonly Dictionary<IReadOnlyList<object>, Fact?> decided = new(ByReference.Instance);

    public ValueComparison Comparison => comparison;

    /// <summary>How many sets of acts were decided.</summary>
    public int Count => decided.Count;

    /// <summary>The act that reports tell of.</summary>
    public Act FindAct(string act, IReadOnlyList<VisibleReport> reports) =>
        acts.TryGetValue(reports, out var known) ? known : acts[reports] = new Act(act, reports);

    /// <summary>The fact under a bound on the happened clock, but for since when it is known; null where it is not
    /// there.</summary>
    /// <param name="told">The acts, found by <see cref="FindAct"/>, in the order of their keys.</param>
    /// <param name="day">The bound.</param>
    public Fact? Decide(IReadOnlyList<Act> told, int day)
    {
        var happenedBy = HappenedDay.ToBound(day);
        List<Act> admitted = [.. told.Where(happenedBy.Admits)];
        if (decided.TryGetValue(admitted, out var known))
            return known;
        var view = new ActsAsOf(admitted, happenedBy, comparison);
        return decided[admitted] = view.ResolveAlone(key) is { } contest
            ? FactFold.Describe(contest, view.Order, happenedBy, since: _ => default)
            : null;
    }

    private sealed class ByReference : IEqualityComparer<IReadOnlyList<object>>
    {
        public static ByReference Instance { get; } = new();

        public bool Equals(IReadOnlyList<object>? a, IReadOnlyList<object>? b)
        {
            if (a!.Count != b!.Count)
                return false;
            for (var place = 0; place < a.Count; place++)
            {
                if (!ReferenceEquals(a[place], b[place]))
                    return false;
            }

            return true;
        }

        public int GetHashCode(IReadOnlyList<object> items)
        {
            var hash = new HashCode();
            for (var place = 0; place < items.Count; place++)
                hash.Add(RuntimeHelpers.GetHashCode(items[place]));
            return hash.ToHashCode();
        }
    }
}
