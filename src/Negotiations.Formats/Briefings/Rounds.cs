namespace Negotiations.Formats;

/// <summary>
/// The rounds in the order in which people read them: the latest first, what belongs to none at the end.
/// </summary>
public static class Rounds
{
    /// <summary>Sorts what belongs to facts by round.</summary>
    /// <param name="definition">The negotiation's own file, which says when the rounds were.</param>
    /// <param name="things">What belongs to facts.</param>
    /// <param name="keyOf">The key of the fact to which a thing belongs.</param>
    public static IEnumerable<IGrouping<string, T>> GroupByRound<T>(
        NegotiationDefined definition,
        IEnumerable<T> things,
        Func<T, string> keyOf
    ) =>
        things
            .GroupBy(thing => keyOf(thing).Split('/')[0])
            .OrderBy(round => round.Key == Round.General)
            .ThenByDescending(round =>
                definition.Rounds.FirstOrDefault(defined => defined.Id == round.Key)?.When?.Bounds.Earliest
            )
            .ThenByDescending(round => round.Key, StringComparer.Ordinal);
}
