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
    public static IReadOnlyList<CorrectionEffect> Between(NegotiationLog before, NegotiationLog after)
    {
        var times = before.TimesKnown.Concat(after.TimesKnown).Distinct().Order().ToList();
        var open = new Dictionary<string, CorrectionEffect>(StringComparer.Ordinal);
        var effects = new List<CorrectionEffect>();
        foreach (var time in times)
        {
            var changes = FactDifferences
                .Between(FactsAt(before, time), FactsAt(after, time))
                .ToDictionary(change => change.Key, StringComparer.Ordinal);
            foreach (
                var effect in open
                    .Values.Where(effect => !changes.TryGetValue(effect.Key, out var change) || !IsSame(effect, change))
                    .ToList()
            )
            {
                effects.Add(effect with { Until = time });
                open.Remove(effect.Key);
            }

            foreach (var change in changes.Values.Where(change => !open.ContainsKey(change.Key)))
                open[change.Key] = new(change.Key, time, null, change.Before, change.After);
        }

        return
        [
            .. effects
                .Concat(open.Values)
                .OrderBy(effect => effect.Key, StringComparer.Ordinal)
                .ThenBy(effect => effect.From),
        ];
    }

    private static IReadOnlyList<Fact> FactsAt(NegotiationLog log, Instant time) =>
        FactFold.Fold(log, time, HappenedBound.None).Facts;

    private static bool IsSame(CorrectionEffect effect, FactDifference change) =>
        IsSame(effect.Before, change.Before) && IsSame(effect.After, change.After);

    private static bool IsSame(Fact? a, Fact? b) => a is null ? b is null : b is not null && a.IsSameAs(b);
}
