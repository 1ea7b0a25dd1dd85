using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>What there is of a negotiation at a position of the record, at all times.</summary>
/// <param name="TimesKnown">When something became known, in order.</param>
/// <param name="RoundsKnown">The rounds of which something was known, and since when; null where the negotiation is not
/// large.</param>
internal sealed record TalksOutline(
    IReadOnlyList<Instant> TimesKnown,
    IReadOnlyList<(string Round, Instant Known)>? RoundsKnown
)
{
    /// <summary>The rounds among which a page lets choose without reading their facts; null where it reads those of
    /// all.</summary>
    // Of which rounds something had happened by a day, their facts alone tell.
    public IReadOnlyList<(string Round, Instant Known)>? FindRounds(Question asked) =>
        asked.HappenedBy is null ? RoundsKnown : null;

    /// <summary>The round on whose facts alone a page about it stands; null where the facts of all are read.</summary>
    public string? FindOnlyRound(Question asked, string? round) =>
        FindRounds(asked)?.Any(known => known.Round == round) == true ? round : null;

    /// <param name="context">The page.</param>
    /// <param name="largeFrom">From how many reports on a negotiation is large.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<TalksOutline> ReadAsync(
        PageContext context,
        int largeFrom,
        CancellationToken cancellationToken
    )
    {
        var question = context.Fixed with { KnownBy = null, HappenedBy = null };
        var times = await context.Store.ReadTimesKnownAsync(question, cancellationToken);
        var all = await KeptState.ReadAsync(context.Store, question, [], cancellationToken);
        return new(
            times,
            all.Answered.Reports >= largeFrom
                ? await context.Store.FindRoundsKnownAsync(question, cancellationToken)
                : null
        );
    }
}
