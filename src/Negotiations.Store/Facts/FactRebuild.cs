using System.Collections.Concurrent;

namespace Negotiations.Store;

/// <summary>Makes the facts of several negotiations anew.</summary>
internal static class FactRebuild
{
    // While one waits for the server, the other computes; more would take the server away from questions.
    private const int AtOnce = 2;

    public static async Task RunAsync(
        StoreConnections connections,
        IReadOnlyList<string> negotiations,
        IProgress<FactProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var keeping = new FactKeeping(connections);
        var unreadable = new ConcurrentBag<UnreadableEventException>();
        await Parallel.ForEachAsync(
            negotiations,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (negotiation, cancellation) =>
            {
                try
                {
                    await keeping.RebuildAsync(negotiation, progress, cancellation);
                }
                catch (UnreadableEventException exception)
                {
                    unreadable.Add(exception);
                }
            }
        );
        // One says what is wrong; whoever mends it is told of the next.
        if (unreadable.TryTake(out var first))
            throw first;
    }
}
