using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>A round of which something is known.</summary>
/// <param name="Round">Its identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Facts">How many facts it has; null where there are too many rounds to count.</param>
/// <param name="IsBackground">Whether it belongs to an earlier negotiation.</param>
public sealed record RoundTab(string Round, string Title, int? Facts, bool IsBackground);

/// <summary>The rounds of a state.</summary>
internal static class RoundTabs
{
    /// <summary>The rounds of which something is known, the latest first; what belongs to none at the end.</summary>
    public static IReadOnlyList<RoundTab> Read(State state) =>
        Create(
            state.Definition,
            state.Zone,
            state
                .Facts.GroupBy(fact => KeptState.FindRound(fact.Key), StringComparer.Ordinal)
                .Select(facts => (facts.Key, facts.Max(fact => fact.Since), (int?)facts.Count()))
        );

    /// <summary>The same of a large negotiation, without its facts.</summary>
    public static IReadOnlyList<RoundTab> Read(
        PageContext context,
        IEnumerable<(string Round, Instant Known)> roundsKnown
    ) =>
        Create(
            context.Definition,
            context.Zone,
            roundsKnown
                .Where(round => context.Asked.KnownBy is not { } bound || round.Known <= bound)
                .Select(round => (round.Round, round.Known, (int?)null))
        );

    private static IReadOnlyList<RoundTab> Create(
        NegotiationDefined definition,
        DateTimeZone zone,
        IEnumerable<(string Round, Instant Known, int? Facts)> known
    )
    {
        var names = new NameWords(definition);
        var rounds = definition.Rounds.ToDictionary(round => round.Id, StringComparer.Ordinal);
        return
        [
            .. known
                .OrderBy(tab => tab.Round == Round.General)
                .ThenByDescending(tab => FindDay(tab.Round, tab.Known))
                .ThenByDescending(tab => tab.Round, StringComparer.Ordinal)
                .Select(tab => new RoundTab(
                    tab.Round,
                    names.DisplayRound(tab.Round),
                    tab.Facts,
                    rounds.GetValueOrDefault(tab.Round)?.Background == true
                )),
        ];

        // When it is, or else when something of it was known.
        LocalDate FindDay(string round, Instant time) =>
            rounds.GetValueOrDefault(round)?.When?.Bounds is { } when && (when.Earliest ?? when.Latest) is { } day
                ? day
                : time.InZone(zone).Date;
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
