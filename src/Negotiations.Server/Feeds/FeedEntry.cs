namespace Negotiations.Server;

/// <summary>What was recorded at one time, as an entry of a feed says it.</summary>
/// <param name="After">The last position of the negotiation before it; 0 where there is none.</param>
/// <param name="Batch">Its positions.</param>
/// <param name="Title">What was recorded, in a line.</param>
/// <param name="Summary">Which facts changed by it, in words; the first of them only where they are many.</param>
internal sealed record FeedEntry(long After, RecordBatch Batch, string Title, string Summary);
