namespace Negotiations.Server.Replicas;

/// <summary>Has a standby of the database answer what it can, and the primary the rest.</summary>
/// <remarks>
/// A standby answers a question that is bounded on the record clock, once its record has reached what the answer hangs
/// on: the same link of the hash chain stands there at the same position. Whatever goes wrong with it, the primary is
/// asked. So a standby makes answers cheaper for the primary, and never others.
/// </remarks>
/// <param name="primary">The store on the primary.</param>
/// <param name="replica">The store on the standbys; null where there are none.</param>
public sealed class ReplicaReader(MartenEventStore primary, MartenEventStore? replica)
{
    // Long enough that a standby that is away costs little, short enough that one that is back is soon of use.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private long answered;
    private long pausedUntil = long.MinValue;

    /// <summary>How many questions a standby has answered.</summary>
    public long Answered => Interlocked.Read(ref answered);

    /// <summary>Asks a standby, or else the primary.</summary>
    /// <param name="reach">The last position on which the answer hangs.</param>
    /// <param name="ask">Asks a store.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal async Task<string> AskAsync(
        long reach,
        Func<MartenEventStore, Task<string>> ask,
        CancellationToken cancellationToken
    )
    {
        if (replica is null || Environment.TickCount64 < Interlocked.Read(ref pausedUntil))
            return await ask(primary);
        try
        {
            var needed = await primary.ProveAsync(reach, cancellationToken);
            if (needed == await replica.ProveAsync(reach, cancellationToken))
            {
                var answer = await ask(replica);
                Interlocked.Increment(ref answered);
                return answer;
            }
        }
        catch (ReplicaBehindException)
        {
            // It has the record, and not yet the facts that are kept ready.
        }
        catch (Exception exception) when (ServerFailure.Translate(exception) is StoreUnavailableException)
        {
            Interlocked.Exchange(ref pausedUntil, Environment.TickCount64 + (long)Pause.TotalMilliseconds);
        }

        return await ask(primary);
    }
}
