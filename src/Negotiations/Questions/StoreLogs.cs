namespace Negotiations;

/// <summary>Everything that a store has recorded.</summary>
public static class StoreLogs
{
    /// <summary>The logs of its negotiations, in the order of their identifiers.</summary>
    public static async Task<IReadOnlyList<NegotiationLog>> ReadAsync(
        IEventStore store,
        CancellationToken cancellationToken
    )
    {
        var logs = new List<NegotiationLog>();
        foreach (var negotiation in await store.ReadNegotiationsAsync(cancellationToken))
            logs.Add(await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken));
        return logs;
    }
}
