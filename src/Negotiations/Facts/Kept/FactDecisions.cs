using System.Runtime.CompilerServices;
using NodaTime;

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
    private readonly Dictionary<IReadOnlyList<object>, FactDecision?> decided = new(ByReference.Instance);

    public ValueComparison Comparison => comparison;

    /// <summary>How many sets of acts were decided.</summary>
    public int Count => decided.Count;

    /// <summary>The act that reports tell of.</summary>
    public Act FindAct(string act, IReadOnlyList<VisibleReport> reports) =>
        acts.TryGetValue(reports, out var known) ? known : acts[reports] = new Act(act, reports);

    /// <summary>How the fact is decided under a bound on the happened clock; null where it is not there.</summary>
    /// <param name="told">The acts, found by <see cref="FindAct"/>, in the order of their keys.</param>
    /// <param name="day">The bound.</param>
    public FactDecision? Decide(IReadOnlyList<Act> told, int day)
    {
        var happenedBy = HappenedDay.ToBound(day);
        List<Act> admitted = [.. told.Where(happenedBy.Admits)];
        if (decided.TryGetValue(admitted, out var known))
            return known;
        var view = new ActsAsOf(admitted, happenedBy, comparison);
        return decided[admitted] = view.ResolveAlone(key) is { } contest ? new(contest, view.Order) : null;
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

/// <summary>How a fact is decided; its reasons are found when they are asked for.</summary>
internal sealed class FactDecision(FactResolution contest, TextOrder order)
{
    private Fact? fact;

    public FactValue Value => contest.Value.Value;

    /// <summary>The fact.</summary>
    /// <param name="since">Since when its value is known.</param>
    public Fact Describe(Instant since) =>
        (fact ??= FactFold.Describe(contest, order, _ => since)) with
        {
            Since = since,
        };
}
