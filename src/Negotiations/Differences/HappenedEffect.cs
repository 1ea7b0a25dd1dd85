using NodaTime;

namespace Negotiations;

/// <summary>
/// A fact that is otherwise after a correction only for questions with a bound on the happened clock.
/// </summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Days">The bounds that show it, in order. Each is the last day of an act that bears on it, and stands
/// for all days up to the last day of the next one.</param>
public sealed record HappenedEffect(string Key, IReadOnlyList<LocalDate> Days)
{
    /// <summary>
    /// The facts that differ only so between two logs of one negotiation, of which one continues the other. Only
    /// questions without a bound on the known clock are compared: every time known would take a fold for each day and
    /// time.
    /// </summary>
    /// <param name="before">The log as it is.</param>
    /// <param name="after">The log as it would be.</param>
    /// <param name="listed">The facts that differ without such a bound: these are left out.</param>
    public static IReadOnlyList<HappenedEffect> Between(
        NegotiationLog before,
        NegotiationLog after,
        IEnumerable<string> listed
    ) => Find(DifferingFacts.Between(before, after), listed);

    /// <summary>The same, of facts that can differ.</summary>
    internal static IReadOnlyList<HappenedEffect> Find(DifferingFacts differing, IEnumerable<string> listed)
    {
        var known = listed.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. differing
                .Facts.Where(fact => !known.Contains(fact.Key))
                .Select(fact => new HappenedEffect(fact.Key, [.. ListDays(differing, fact)]))
                .Where(effect => effect.Days.Count > 0),
        ];
    }

    private static IEnumerable<LocalDate> ListDays(DifferingFacts differing, DifferingFact fact) =>
        differing
            .Before.ListDays(fact.Key)
            .Union(differing.After.ListDays(fact.Key))
            .Append(fact.FirstDay)
            .Distinct()
            .Where(day => day >= fact.FirstDay && day != HappenedDay.Unbounded)
            .Order()
            .Where(day => IsOther(differing, fact.Key, day))
            .Select(day => HappenedDay.ToBound(day).LastDay!.Value);

    private static bool IsOther(DifferingFacts differing, string key, int day) =>
        !FactState.AreSame(
            differing.Before.At(key, Instant.MaxValue, day),
            differing.After.At(key, Instant.MaxValue, day)
        );
}
