namespace Negotiations.Store;

/// <summary>The end of the record at one moment.</summary>
/// <param name="Settled">The last position, and when it was recorded.</param>
/// <param name="Proven">The same position, with its proof.</param>
public sealed record RecordHead(RecordPosition Settled, ProvenPosition Proven);
