using System.Text.Json;
using NodaTime;

namespace Negotiations;

/// <summary>A fact that can differ between two logs, of which one continues the other.</summary>
/// <param name="Key">Key of the fact.</param>
/// <param name="From">The time known from which it can differ.</param>
/// <param name="FirstDay">The first bound on the happened clock under which it can differ.</param>
internal sealed record DifferingFact(string Key, Instant From, int FirstDay)
{
    /// <summary>The acts of whose reports more is recorded, with the time known from which they can differ.</summary>
    public static IReadOnlyDictionary<string, Instant> FindActs(
        NegotiationLog before,
        NegotiationLog after,
        IEnumerable<string> articles,
        FactIndex index
    )
    {
        var differences = articles.SelectMany(article => ReportDifference.Between(before, after, article)).ToList();
        foreach (var history in differences.Select(difference => difference.After).OfType<ReportHistory>())
            index.Add(history);
        return differences
            .SelectMany(difference => difference.Acts, (difference, act) => (Act: act, difference.From))
            .GroupBy(differing => differing.Act, differing => differing.From, StringComparer.Ordinal)
            .ToDictionary(differing => differing.Key, differing => differing.Min(), StringComparer.Ordinal);
    }

    /// <summary>The facts that can differ.</summary>
    /// <remarks>
    /// All of them where they come out otherwise under the other definition. Else those on which the acts bear that can
    /// differ, only from the time on from which that could be known, and only for bounds on the happened clock that
    /// admit one of these acts.
    /// </remarks>
    /// <param name="before">The log before.</param>
    /// <param name="after">The log with more.</param>
    /// <param name="acts">The acts that can differ, as <see cref="FindActs"/> gives them.</param>
    /// <param name="histories">The acts of both.</param>
    public static IReadOnlyList<DifferingFact> FindAll(
        NegotiationLog before,
        NegotiationLog after,
        IReadOnlyDictionary<string, Instant> acts,
        ActHistories histories
    )
    {
        var index = histories.Index;
        if (IsOtherwiseCompared(before.Definition, after.Definition))
            return [.. index.Keys.Select(key => new DifferingFact(key, Instant.MinValue, HappenedDay.Earliest))];
        var firstDays = acts.ToDictionary(act => act.Key, FindFirstDay, StringComparer.Ordinal);
        return
        [
            .. index
                .FindKeys(acts.Keys)
                .Select(key => (Key: key, Acts: index.FindActs(key).Where(acts.ContainsKey).ToList()))
                .Select(fact => new DifferingFact(
                    fact.Key,
                    fact.Acts.Select(act => acts[act]).Min(),
                    fact.Acts.Select(act => firstDays[act]).Min()
                ))
                .OrderBy(fact => fact.Key, StringComparer.Ordinal),
        ];

        int FindFirstDay(KeyValuePair<string, Instant> act) =>
            new[] { before, after }
                .SelectMany(log => histories.Find(act.Key, log).ListFrom(act.Value))
                .Select(known => known.LastDay)
                .DefaultIfEmpty(HappenedDay.Unbounded)
                .Min();
    }

    /// <summary>Whether facts come out otherwise under another of two definitions.</summary>
    /// <remarks>Days begin elsewhere in another zone, and other places lie in each other.</remarks>
    internal static bool IsOtherwiseCompared(NegotiationDefined? before, NegotiationDefined? after) =>
        !ReferenceEquals(before, after)
        && before is not null
        && (
            before.Zone != after?.Zone
            || JsonSerializer.Serialize(before.Places, EventJson.Options)
                != JsonSerializer.Serialize(after.Places, EventJson.Options)
        );
}
