using NodaTime;

namespace Negotiations;

/// <summary>
/// A fact that is otherwise after a correction only for questions with a bound on the happened clock.
/// </summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="Days">The bounds that show it, in order. Each is the last day of an act, and stands for all days up to
/// the last day of the next one.</param>
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
    )
    {
        var known = listed.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ListDays(before)
                .Union(ListDays(after))
                .Order()
                .SelectMany(day =>
                    FactDifferences
                        .Between(FactsUpTo(day, before), FactsUpTo(day, after))
                        .Select(change => (change.Key, Day: day))
                )
                .Where(change => !known.Contains(change.Key))
                .GroupBy(change => change.Key, change => change.Day)
                .OrderBy(days => days.Key, StringComparer.Ordinal)
                .Select(days => new HappenedEffect(days.Key, [.. days])),
        ];
    }

    // Between one of these days and the next, at any time known, a bound leaves out the same acts.
    private static IEnumerable<LocalDate> ListDays(NegotiationLog log) =>
        log
            .TimesKnown.SelectMany(time => new ActsAsOf(log.ReportsKnownBy(time), HappenedBound.None).Acts)
            .Select(act => act.Date.Bounds.Latest)
            .OfType<LocalDate>();

    private static IReadOnlyList<Fact> FactsUpTo(LocalDate day, NegotiationLog log) =>
        FactFold.Fold(log, knownBy: null, new HappenedBound(day)).Facts;
}
