using NodaTime;

namespace Negotiations;

/// <summary>The head of the hash chain at a position, to be kept outside of the database.</summary>
/// <remarks>
/// Whoever owns the tables can write a whole new chain that fits. Only a link that is kept elsewhere, and signed with a
/// key that is not in the database, shows that.
/// </remarks>
/// <param name="First">The link of position 1: by it a record is told from another one.</param>
/// <param name="Position">The position.</param>
/// <param name="Head">The link of that position, 32 bytes.</param>
/// <param name="At">When the checkpoint was taken, by the server's clock, to the microsecond.</param>
public sealed record Checkpoint(ReadOnlyMemory<byte> First, long Position, ReadOnlyMemory<byte> Head, Instant At);
