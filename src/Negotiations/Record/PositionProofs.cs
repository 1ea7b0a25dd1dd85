namespace Negotiations;

/// <summary>Proves positions by the hash chain of a store.</summary>
public static class PositionProofs
{
    /// <summary>A position with its proof.</summary>
    /// <param name="store">The store.</param>
    /// <param name="position">A position of its record.</param>
    /// <param name="cancellationToken">Cancels the look at the chain.</param>
    public static async Task<ProvenPosition> ProveAsync(
        this IEventStore store,
        long position,
        CancellationToken cancellationToken = default
    ) => ProvenPosition.Create(position, await store.ReadLinkAsync(position, cancellationToken));

    /// <summary>Checks that a position that was handed out before is of this record; one without proof is.</summary>
    /// <exception cref="LostPositionException">It is of another record, or was lost.</exception>
    public static async Task RequireAsync(
        this IEventStore store,
        ProvenPosition position,
        CancellationToken cancellationToken = default
    )
    {
        if (position.Proof is null)
            return;
        if (!position.Fits(await store.ReadLinkAsync(position.Position, cancellationToken)))
            throw new LostPositionException(position);
    }
}
