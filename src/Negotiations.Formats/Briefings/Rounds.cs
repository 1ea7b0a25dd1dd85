namespace Negotiations.Formats;

/// <summary>
/// The rounds in the order in which people read them: the latest first, what belongs to none at the end.
/// </summary>
public static class Rounds
{
    /// <summary>Sorts what belongs to facts by round.</summary>
    /// <param name="answer">The answer, which knows when the rounds were.</param>
    /// <param name="things">What belongs to facts.</param>
    /// <param name="keyOf">The key of the fact to which a thing belongs.</param>
    public static IEnumerable<IGrouping<string, T>> GroupByRound<T>(
        Answer answer,
        IEnumerable<T> things,
        Func<T, string> keyOf
    )
    {
        var order = new RoundOrder(answer);
        return things
            .GroupBy(thing => keyOf(thing).Split('/')[0])
            .OrderBy(round => round.Key == Round.General)
            .ThenByDescending(round => order.FindDay(round.Key))
            .ThenByDescending(round => round.Key, StringComparer.Ordinal);
    }
}
