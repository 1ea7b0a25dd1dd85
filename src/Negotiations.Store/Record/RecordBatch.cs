using NodaTime;

namespace Negotiations.Store;

/// <summary>Events of one negotiation that were recorded at the same time.</summary>
/// <param name="First">The first of their positions.</param>
/// <param name="Last">The last of their positions; others' may lie between.</param>
/// <param name="At">When they were recorded.</param>
/// <param name="Proven">The last of their positions, with its proof.</param>
public sealed record RecordBatch(long First, long Last, Instant At, ProvenPosition Proven);

/// <summary>Where the record of a negotiation stood just before and just after a position.</summary>
/// <param name="Previous">The last position of the batch before that which the position has; null where none is
/// near.</param>
/// <param name="Next">The last position of the first batch after the position; null where none is near.</param>
public sealed record RecordNeighbours(ProvenPosition? Previous, ProvenPosition? Next);

/// <summary>What was erased in a part of the record.</summary>
/// <param name="Count">How many erasures were recorded.</param>
/// <param name="Last">The position of the last of them; 0 where there is none.</param>
public sealed record RecordedErasures(long Count, long Last);
