namespace Negotiations.Server.Pages;

/// <summary>The page of the sources of a round.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Rounds">The rounds of which something is known.</param>
/// <param name="Round">The round that is shown; null where nothing is known of any.</param>
/// <param name="Sources">The sources, with the most values that each alone supports first.</param>
public sealed record SourcesContent(
    PageContext Context,
    IReadOnlyList<RoundTab> Rounds,
    string? Round,
    IReadOnlyList<ListedSource> Sources
)
{
    private const string Unnamed = "unnamed@";

    internal static async Task<SourcesContent> ReadAsync(PageContext context, CancellationToken cancellationToken)
    {
        var state = await context.ReadStateAsync(context.Fixed, cancellationToken);
        var rounds = RoundTabs.Read(state);
        var round = RoundTabs.Choose(context, rounds);
        if (round is null || rounds.All(tab => tab.Round != round))
            return new(context, rounds, round, []);
        LargeRound.Refuse(context, state, round);
        var answer = await BoardBuilder.ReadRoundAsync(context, round, cancellationToken);
        var names = new NameWords(context.Definition);
        var lines = new FactLine(names, context.Zone, []) { Coded = CodedNames.Read(answer.Facts) };
        return new(
            context,
            rounds,
            round,
            [
                .. answer
                    .Facts.SelectMany(fact => fact.Resolution.Origins, (fact, origin) => (fact, origin))
                    .GroupBy(pair => pair.origin, pair => pair.fact)
                    .Select(source => new ListedSource(
                        Describe(source.Key, names),
                        source.Key.IsNamed,
                        source.Count(),
                        [
                            .. source
                                .Where(fact => fact.Resolution.Origins.Count == 1)
                                .Select(fact => new BoardLine(
                                    lines.DescribeState(fact),
                                    [.. StandingWords.Describe(fact)],
                                    context.Address.ToFact(fact.Key),
                                    IsMarked: false
                                )),
                        ]
                    ))
                    .OrderByDescending(source => source.Alone.Count)
                    .ThenByDescending(source => source.Facts)
                    .ThenBy(source => source.Name, StringComparer.Ordinal),
            ]
        );
    }

    private static string Describe(Origin origin, NameWords names) =>
        !origin.Id.StartsWith(Unnamed, StringComparison.Ordinal) ? names.DisplayName(origin.Id)
        : origin.Id[Unnamed.Length..] is { Length: > 0 } hearer ? $"unnamed sources of {names.DisplayName(hearer)}"
        : "unnamed sources";
}

/// <summary>A source in a list.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="IsNamed">Whether it has a name, so that it can confirm anything.</param>
/// <param name="Facts">How many values it supports.</param>
/// <param name="Alone">The values that it alone supports.</param>
public sealed record ListedSource(string Name, bool IsNamed, int Facts, IReadOnlyList<BoardLine> Alone);
