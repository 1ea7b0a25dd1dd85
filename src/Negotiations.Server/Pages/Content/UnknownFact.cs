namespace Negotiations.Server.Pages;

/// <summary>Tells a fact of which nothing is known by then from one that there cannot be.</summary>
internal static class UnknownFact
{
    // Behind these stand names alone; behind all others keys of acts may stand, which nobody can know beforehand.
    private static readonly HashSet<string> WithoutActs = ["round", "attendance", "travel", "delegation", "talks"];

    /// <summary>Refuses a key of which an answer knows nothing, unless it may have been asked too early.</summary>
    /// <remarks>It is judged by what is known by then alone, so that no message tells of what came later.</remarks>
    /// <exception cref="UnknownPageException">There is no such fact; with the nearest ones.</exception>
    public static void Refuse(PageContext context, string key, State state)
    {
        if (!context.Asked.IsUnbounded && CanBe(key, context.Definition, state))
            return;
        var keys = state.Facts.Select(fact => fact.Key).ToList();
        var below = keys.Where(known => known.StartsWith($"{key}/", StringComparison.Ordinal)).ToList();
        var near = below.Count > 0 ? below : SpellingSuggestions.To(key, keys);
        throw new UnknownPageException($"there is no fact '{key}'")
        {
            Nearest = [.. near.Take(12).Select(other => (other, context.Address.ToFact(other).Path))],
        };
    }

    private static bool CanBe(string key, NegotiationDefined definition, State state)
    {
        var segments = key.Split('/');
        var rounds = definition.Rounds.Select(round => round.Id).Append(Round.General);
        if (!rounds.Contains(segments[0]) || !FactKeys.Words.Contains(segments[1]))
            return false;
        var known = FactKeys
            .Words.Concat(definition.Entities.Select(entity => entity.Id))
            .Concat(state.Facts.SelectMany(fact => fact.Key.Split('/')))
            .ToHashSet(StringComparer.Ordinal);
        return segments
            .Skip(2)
            .All(segment => known.Contains(segment) || (!WithoutActs.Contains(segments[1]) && Slug.IsValid(segment)));
    }
}
