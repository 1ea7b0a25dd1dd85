using NodaTime;

namespace Negotiations;

/// <summary>How one fact is decided by the acts that count, each set of which is decided once.</summary>
/// <remarks>
/// Few sets of acts are there beside the many points of the clocks: most of what becomes known, or is recorded, leaves
/// most acts as they are.
/// </remarks>
/// <param name="key">Key of the fact.</param>
/// <param name="comparison">Tells what can both be true.</param>
internal sealed class FactDecisions(string key, ValueComparison comparison)
{
    private readonly Dictionary<IReadOnlyList<object>, FactStep> steps = new(ByReference.Instance);
    private readonly Dictionary<IReadOnlyList<object>, FactDecision?> decided = new(ByReference.Instance);

    public ValueComparison Comparison => comparison;

    /// <summary>How many sets of acts were decided.</summary>
    public int Count => decided.Count;

    /// <summary>The fact for what a reader could know by a time.</summary>
    /// <param name="told">The acts of which he could know, in the order of their keys.</param>
    public FactStep FindStep(IReadOnlyList<Act> told) =>
        steps.TryGetValue(told, out var known) ? known : steps[told] = new(FindBearing(told), this);

    /// <summary>How acts decide the fact; null where they do not tell of it.</summary>
    /// <param name="admitted">The acts, in the order of their keys.</param>
    public FactDecision? Decide(IReadOnlyList<Act> admitted)
    {
        if (decided.TryGetValue(admitted, out var known))
            return known;
        var view = new ActsAsOf(admitted, HappenedBound.None, comparison);
        return decided[admitted] = view.ResolveAlone(key) is { } contest ? new(contest, view.Order) : null;
    }

    // Others do not make it another, however often more becomes known of them.
    private IReadOnlyList<Act> FindBearing(IReadOnlyList<Act> acts)
    {
        var telling = acts.Where(act =>
                ClaimsOfAct.Find(act, comparison).Claims.Contains(key)
                || ClaimsOfAct.Find(act, comparison).Denials.Contains(key)
            )
            .ToHashSet();
        return telling.Count == acts.Count ? acts : TextOrder.WithFollowers(telling, acts);
    }
}

/// <summary>How a fact is decided; its reasons are found when they are asked for.</summary>
internal sealed class FactDecision(FactResolution contest, TextOrder order)
{
    private Fact? fact;

    public FactValue Value => contest.Value.Value;

    /// <summary>The fact.</summary>
    /// <param name="since">Since when its value is known.</param>
    public Fact Describe(Instant since)
    {
        fact ??= FactFold.Describe(contest, order, _ => since);
        if (fact.Since != since)
            fact = fact with { Since = since };
        return fact;
    }
}
