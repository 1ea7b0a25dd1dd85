namespace Negotiations.Store;

// What was recorded when, without what was said.
public sealed partial class MartenEventStore
{
    /// <summary>
    /// The last batches that were recorded of a negotiation after a position and up to another, in the order of the
    /// record.
    /// </summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="after">A position, or 0.</param>
    /// <param name="until">The last position that counts.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public Task<IReadOnlyList<RecordBatch>> ReadBatchesAsync(
        string negotiation,
        long after = 0,
        long until = long.MaxValue,
        int most = int.MaxValue,
        CancellationToken cancellationToken = default
    ) => RecordBatches.ReadAsync(connections, negotiation, after, until, most, cancellationToken);

    /// <summary>
    /// Where the record of a negotiation stood just before and just after a position, among some thousand positions.
    /// </summary>
    public Task<RecordNeighbours> FindNeighboursAsync(
        string negotiation,
        long position,
        CancellationToken cancellationToken = default
    ) => RecordBatches.FindNeighboursAsync(connections, negotiation, position, cancellationToken);

    /// <summary>The erasures that were recorded after a position and up to another.</summary>
    public Task<RecordedErasures> CountErasuresAsync(
        long after,
        long until,
        CancellationToken cancellationToken = default
    ) => RecordBatches.CountErasuresAsync(connections, after, until, cancellationToken);
}
