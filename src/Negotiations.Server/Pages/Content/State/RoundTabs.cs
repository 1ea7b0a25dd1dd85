using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>A round of which something is known.</summary>
/// <param name="Round">Its identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Facts">How many facts it has.</param>
/// <param name="IsBackground">Whether it belongs to an earlier negotiation.</param>
public sealed record RoundTab(string Round, string Title, int Facts, bool IsBackground);

/// <summary>The rounds of a state.</summary>
internal static class RoundTabs
{
    /// <summary>The rounds of which something is known, the latest first; what belongs to none at the end.</summary>
    public static IReadOnlyList<RoundTab> Read(State state)
    {
        var names = new NameWords(state.Definition);
        var rounds = state.Definition.Rounds.ToDictionary(round => round.Id, StringComparer.Ordinal);
        return
        [
            .. state
                .Facts.GroupBy(fact => KeptState.FindRound(fact.Key), StringComparer.Ordinal)
                .OrderBy(facts => facts.Key == Round.General)
                .ThenByDescending(facts => FindDay(facts))
                .ThenByDescending(facts => facts.Key, StringComparer.Ordinal)
                .Select(facts => new RoundTab(
                    facts.Key,
                    names.DisplayRound(facts.Key),
                    facts.Count(),
                    rounds.GetValueOrDefault(facts.Key)?.Background == true
                )),
        ];

        // When it is, or else when something of it was last known.
        LocalDate FindDay(IGrouping<string, FactState> facts) =>
            rounds.GetValueOrDefault(facts.Key)?.When?.Bounds is { } when && (when.Earliest ?? when.Latest) is { } day
                ? day
                : facts.Max(fact => fact.Since).InZone(state.Zone).Date;
    }

    /// <summary>The round with which a reader begins: the latest that is no background; null where there is
    /// none.</summary>
    public static string? ChooseFirst(IReadOnlyList<RoundTab> rounds) =>
        (rounds.FirstOrDefault(round => !round.IsBackground) ?? rounds.FirstOrDefault())?.Round;

    /// <summary>The round that an address names; else that with which a reader begins.</summary>
    /// <exception cref="UnknownPageException">The negotiation has no such round.</exception>
    public static string? Choose(PageContext context, IReadOnlyList<RoundTab> rounds)
    {
        if (context.Address.Arguments is not [var named, ..])
            return ChooseFirst(rounds);
        var known = context.Definition.Rounds.Select(round => round.Id).Append(Round.General).ToList();
        return known.Contains(named, StringComparer.Ordinal)
            ? named
            : throw new UnknownPageException(
                $"there is no round '{named}'{SpellingSuggestions.Question(named, known)}"
            );
    }
}
