using Microsoft.Extensions.Caching.Memory;

namespace Negotiations.Server.Pages;

/// <summary>
/// States that pages read lately. A page of a time needs those of its neighbours and of now, which the next page needs
/// again; a state at a position of the record stays what it is.
/// </summary>
/// <param name="largeFrom">From how many reports on pages about a round read the facts of that round alone.</param>
internal sealed class RecentStates(int largeFrom) : IDisposable
{
    // About a kilobyte each.
    private const int MostFacts = 100_000;

    // Times of an outline take the room of a fact.
    private const int TimesOfAFact = 50;

    private readonly MemoryCache states = new(new MemoryCacheOptions { SizeLimit = MostFacts });

    /// <summary>A state.</summary>
    /// <param name="context">The page.</param>
    /// <param name="question">The question, at a position of the record up to that of the page.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<State> ReadAsync(PageContext context, Question question, CancellationToken cancellationToken)
    {
        string[]? rounds = context.OnlyRound is { } round ? [round] : null;
        return FindOrReadAsync(
            (question, context.OnlyRound, ListWhatItStandsOn(context)),
            () => KeptState.ReadAsync(context.Store, question, rounds, cancellationToken),
            state => state.Facts.Count
        );
    }

    /// <summary>The outline at the position of a page.</summary>
    public Task<TalksOutline> ReadOutlineAsync(PageContext context, CancellationToken cancellationToken) =>
        FindOrReadAsync(
            (context.Address.Talks, ListWhatItStandsOn(context)),
            () => TalksOutline.ReadAsync(context, largeFrom, cancellationToken),
            outline => outline.TimesKnown.Count / TimesOfAFact
        );

    public void Dispose() => states.Dispose();

    // The link of the chain stands for all that is recorded up to the position, but for what was erased since.
    private static (string ChainHead, int Erased) ListWhatItStandsOn(PageContext context) =>
        (context.ChainHead, context.Summary.Answered.Erased);

    private async Task<T> FindOrReadAsync<T>(object key, Func<Task<T>> read, Func<T, int> measure)
    {
        if (states.TryGetValue<T>(key, out var known))
            return known!;
        var answer = await read();
        return states.Set(key, answer, new MemoryCacheEntryOptions { Size = 1 + measure(answer) });
    }
}
