namespace Negotiations.Server.Pages;

/// <summary>Reads states from the facts that are kept ready, and where they cannot be, by the fold.</summary>
internal static class KeptState
{
    /// <param name="store">The store.</param>
    /// <param name="question">The question, at a position of the record.</param>
    /// <param name="rounds">The rounds whose facts are wanted; null for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<State> ReadAsync(
        MartenEventStore store,
        Question question,
        string[]? rounds,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindStateAsync(question, rounds, cancellationToken) is { } kept)
            return kept;
        var folded = (await store.AnswerAsync(question, cancellationToken)).State;
        return rounds is null
            ? folded
            : folded with
            {
                Facts = [.. folded.Facts.Where(fact => rounds.Contains(FindRound(fact.Key), StringComparer.Ordinal))],
            };
    }

    /// <summary>The round of a fact.</summary>
    public static string FindRound(string key) => key.Split('/')[0];
}
