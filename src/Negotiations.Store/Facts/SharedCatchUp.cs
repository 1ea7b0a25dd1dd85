using System.Collections.Concurrent;
using System.Globalization;

namespace Negotiations.Store;

/// <summary>
/// Takes in what is recorded once for all questions of this process that wait for it, and lets none wait longer than it
/// may. Who gives up waiting stops nothing: the next question finds it further on.
/// </summary>
/// <param name="keeping">Takes in.</param>
/// <param name="longestWait">How long a question may wait.</param>
internal sealed class SharedCatchUp(FactKeeping keeping, TimeSpan longestWait)
{
    private readonly ConcurrentDictionary<string, Lazy<UnderWay>> underWay = new(StringComparer.Ordinal);

    /// <summary>Waits until what was recorded of a negotiation is taken in, or about to be.</summary>
    /// <remarks>What is recorded while it is under way may be left for the next time.</remarks>
    /// <exception cref="FactsNotReadyException">It takes longer than a question may wait.</exception>
    public async Task WaitAsync(string negotiation, CancellationToken cancellationToken)
    {
        var shared = Take(negotiation);
        // One that ended when nobody waited any more is nothing to wait for.
        if (shared.Value.Task.IsCompleted)
        {
            underWay.TryRemove(new(negotiation, shared));
            shared = Take(negotiation);
        }

        try
        {
            await shared.Value.Task.WaitAsync(longestWait, cancellationToken);
        }
        catch (TimeoutException) when (!shared.Value.Task.IsCompleted)
        {
            throw new FactsNotReadyException(negotiation, shared.Value.Reached);
        }
        finally
        {
            if (shared.Value.Task.IsCompleted)
                underWay.TryRemove(new(negotiation, shared));
        }
    }

    private Lazy<UnderWay> Take(string negotiation) =>
        underWay.GetOrAdd(negotiation, _ => new(() => Begin(negotiation)));

    private UnderWay Begin(string negotiation)
    {
        var begun = new UnderWay();
        begun.Task = Task.Run(() => keeping.CatchUpAsync(negotiation, begun, CancellationToken.None));
        return begun;
    }

    private sealed class UnderWay : IProgress<FactProgress>
    {
        public Task Task { get; set; } = Task.CompletedTask;

        public FactProgress? Reached { get; private set; }

        public void Report(FactProgress value) => Reached = value;
    }
}

/// <summary>What is recorded of a negotiation is still being taken in, and a question could not wait for it.</summary>
/// <param name="negotiation">Identifier of the negotiation.</param>
/// <param name="reached">How far it has come; null where it has only begun.</param>
public sealed class FactsNotReadyException(string negotiation, FactProgress? reached)
    : StoreUnavailableException(
        $"the facts of '{negotiation}' are being made ready{Describe(reached)}; ask again in a while"
    )
{
    private static string Describe(FactProgress? reached) =>
        reached is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $": {reached.Done:N0} of {reached.Events:N0} events are done"
            );
}
