using NodaTime;

namespace Negotiations;

/// <summary>A fact that is otherwise after a correction, over a stretch of the known clock.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="From">The time known from which it is so.</param>
/// <param name="Until">The time known before which it is so; null where that is without end.</param>
/// <param name="Before">The fact without the correction; null where it is not there.</param>
/// <param name="After">The fact with it; null where it is not there.</param>
public sealed record CorrectionEffect(string Key, Instant From, Instant? Until, Fact? Before, Fact? After)
{
    /// <summary>Whether the value itself is another, and not only what stands behind it.</summary>
    public bool IsOfValue => Before?.Value != After?.Value;

    /// <summary>
    /// What differs between two logs of one negotiation, one the continuation of the other: each fact with the
    /// stretches of the known clock over which it differs in value, standing or reasons.
    /// </summary>
    public static IReadOnlyList<CorrectionEffect> Between(NegotiationLog before, NegotiationLog after) =>
        Find(DifferingFacts.Between(before, after));

    /// <summary>The same, of facts with a part of a key alone.</summary>
    internal static IReadOnlyList<CorrectionEffect> Between(
        NegotiationLog before,
        NegotiationLog after,
        string prefix
    )
    {
        var differing = DifferingFacts.Between(before, after);
        return Find(
            differing with
            {
                Facts = [.. differing.Facts.Where(fact => FactKeys.Admits(fact.Key, prefix))],
            }
        );
    }

    /// <summary>The same, of facts that can differ.</summary>
    internal static IReadOnlyList<CorrectionEffect> Find(DifferingFacts differing) =>
        [.. differing.Facts.SelectMany(fact => Between(differing, fact))];

    private static IEnumerable<CorrectionEffect> Between(DifferingFacts differing, DifferingFact fact)
    {
        CorrectionEffect? open = null;
        foreach (var time in differing.ListTimes(fact))
        {
            var change = new FactDifference<Fact>(
                fact.Key,
                differing.Before.At(fact.Key, time, HappenedDay.Unbounded),
                differing.After.At(fact.Key, time, HappenedDay.Unbounded)
            );
            if (open is not null && IsSame(open, change))
                continue;
            if (open is not null)
                yield return open with
                {
                    Until = time,
                };
            open = FactState.AreSame(change.Before, change.After)
                ? null
                : new(fact.Key, time, null, change.Before, change.After);
        }

        if (open is not null)
            yield return open;
    }

    private static bool IsSame(CorrectionEffect effect, FactDifference<Fact> change) =>
        FactState.AreSame(effect.Before, change.Before) && FactState.AreSame(effect.After, change.After);
}
