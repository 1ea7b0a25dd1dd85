using NodaTime;

namespace Negotiations;

/// <summary>One fact at one position of the record clock, over the known and the happened clock.</summary>
/// <param name="acts">The acts that bear on it at any time known, in the order of their keys.</param>
/// <param name="decisions">How the fact is decided.</param>
internal sealed class FactSurface(IReadOnlyList<ActHistory> acts, FactDecisions decisions)
{
    private readonly Dictionary<int, FactStep> steps = [];

    public IReadOnlyList<ActHistory> Acts => acts;

    public FactDecisions Decisions => decisions;

    /// <summary>The times at which something about the fact became known, in order.</summary>
    public IReadOnlyList<Instant> Times { get; } = [.. acts.SelectMany(act => act.Times).Distinct().Order()];

    /// <summary>The bounds on the happened clock at which another act counts, at any time known.</summary>
    /// <remarks>Earlier times known belong to it: since when a value was known hangs on what counted then.</remarks>
    public IEnumerable<int> Days =>
        acts.SelectMany(history => history.Acts)
            .Select(act => act.LastDay)
            .Where(day => day != HappenedDay.Unbounded)
            .Distinct();

    /// <summary>The fact for a bound on the known clock, and one on the happened clock; null where it is not
    /// there.</summary>
    public Fact? At(Instant known, int day)
    {
        var step = FindStep(known);
        return step >= 0 && Decide(step, day) is { } decision
            ? decision.Describe(FindSince(decision.Value, step, day))
            : null;
    }

    /// <summary>The time from which on a value was known without a break.</summary>
    /// <param name="value">The value that the fact has at the end.</param>
    /// <param name="known">The end: a bound on the known clock.</param>
    /// <param name="day">The bound on the happened clock.</param>
    public Instant FindSince(FactValue value, Instant known, int day) => FindSince(value, FindStep(known), day);

    private int FindStep(Instant known)
    {
        var step = Times.Count - 1;
        while (step >= 0 && Times[step] > known)
            step--;
        return step;
    }

    private Instant FindSince(FactValue value, int step, int day)
    {
        while (step > 0 && Decide(step - 1, day) is { } before && decisions.Comparison.AreSame(before.Value, value))
            step--;
        return Times[step];
    }

    private FactDecision? Decide(int step, int day)
    {
        if (!steps.TryGetValue(step, out var known))
        {
            var told = acts.Select(act => act.At(Times[step])).OfType<Act>().ToList();
            steps[step] = known = decisions.FindStep(told);
        }

        return known.Decide(day);
    }
}
