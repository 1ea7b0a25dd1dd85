using Microsoft.Extensions.Caching.Memory;

namespace Negotiations.Server.Pages;

/// <summary>
/// States that pages read lately. A page of a time needs those of its neighbours and of now, which the next page needs
/// again; a state at a position of the record stays what it is.
/// </summary>
internal sealed class RecentStates : IDisposable
{
    // About a kilobyte each.
    private const int MostFacts = 100_000;

    private readonly MemoryCache states = new(new MemoryCacheOptions { SizeLimit = MostFacts });

    /// <summary>A state of all rounds.</summary>
    /// <param name="context">The page; the link of the chain at its position stands for all that is recorded up to
    /// there, but for what was erased since.</param>
    /// <param name="question">The question, at a position of the record up to that of the page.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<State> ReadAsync(PageContext context, Question question, CancellationToken cancellationToken)
    {
        var key = (question, context.ChainHead, context.Summary.Answered.Erased);
        if (states.TryGetValue<State>(key, out var known))
            return known!;
        var state = await KeptState.ReadAsync(context.Store, question, rounds: null, cancellationToken);
        return states.Set(key, state, new MemoryCacheEntryOptions { Size = 1 + state.Facts.Count });
    }

    public void Dispose() => states.Dispose();
}
