namespace Negotiations.Server.Pages;

/// <summary>The page of a state.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Time">The control of time.</param>
/// <param name="Banner">What the page stands on.</param>
/// <param name="Rounds">The rounds of which something is known.</param>
/// <param name="Board">The round that is shown; null where nothing is known of any.</param>
public sealed record StateContent(
    PageContext Context,
    TimeControl Time,
    Banner Banner,
    IReadOnlyList<RoundTab> Rounds,
    Board? Board
)
{
    /// <summary>The titles of the rounds of which nothing is known, in the order of the negotiation.</summary>
    public IReadOnlyList<string> Unknown { get; } =
    [
        .. Context
            .Definition.Rounds.ExceptBy(Rounds.Select(tab => tab.Round), round => round.Id, StringComparer.Ordinal)
            .Select(round => round.Title ?? round.Id),
    ];

    internal static async Task<StateContent> ReadAsync(
        PageContext context,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var outline = await context.ReadOutlineAsync(cancellationToken);
        var tabs = outline.FindRounds(context.Asked) is { } known ? RoundTabs.Read(context, known) : null;
        if (tabs is not null)
            context = context with
            {
                OnlyRound = outline.FindOnlyRound(context.Asked, RoundTabs.Choose(context, tabs)),
            };
        var state = await context.ReadStateAsync(context.Fixed, cancellationToken);
        var rounds = tabs ?? RoundTabs.Read(state);
        var round = RoundTabs.Choose(context, rounds);
        return new(
            context,
            await TimeControlBuilder.BuildAsync(context, state, cancellationToken),
            await Banner.ReadAsync(context, state, cancellationToken),
            rounds,
            round is not null && rounds.Any(tab => tab.Round == round)
                ? await BoardBuilder.ReadAsync(context, state, round, page, cancellationToken)
                : null
        );
    }
}
