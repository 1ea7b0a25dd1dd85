namespace Negotiations;

/// <summary>The exact difference between two sets of facts.</summary>
public static class FactDifferences
{
    /// <summary>The facts that are not the same in both, ordered by key.</summary>
    public static IReadOnlyList<FactDifference<TFact>> Between<TFact>(
        IEnumerable<TFact> before,
        IEnumerable<TFact> after
    )
        where TFact : FactState
    {
        var first = before.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        var second = after.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        return
        [
            .. first
                .Keys.Union(second.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(key => new FactDifference<TFact>(
                    key,
                    first.GetValueOrDefault(key),
                    second.GetValueOrDefault(key)
                ))
                .Where(change =>
                    change.Before is null || change.After is null || !change.Before.IsSameAs(change.After)
                ),
        ];
    }

    /// <summary>The facts that a difference makes of some facts, ordered by key.</summary>
    public static IReadOnlyList<TFact> Apply<TFact>(
        IEnumerable<TFact> facts,
        IEnumerable<FactDifference<TFact>> changes
    )
        where TFact : FactState
    {
        var result = facts.ToDictionary(fact => fact.Key, StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (change.After is null)
                result.Remove(change.Key);
            else
                result[change.Key] = change.After;
        }

        return [.. result.Values.OrderBy(fact => fact.Key, StringComparer.Ordinal)];
    }
}
