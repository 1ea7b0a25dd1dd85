using System.Collections.Concurrent;

namespace Negotiations.Store;

/// <summary>What is known of the negotiations of which something came of late.</summary>
internal sealed class KnownParts
{
    // As much as fits into some memory.
    private const int MostNegotiations = 8;

    private readonly ConcurrentDictionary<string, KnownPart> known = new(StringComparer.Ordinal);

    /// <summary>Takes out what is known of a negotiation: one at a time makes it more.</summary>
    public KnownPart? Take(string negotiation) => known.TryRemove(negotiation, out var part) ? part : null;

    /// <summary>Keeps it for the next.</summary>
    public void Keep(string negotiation, KnownPart part)
    {
        if (known.Count >= MostNegotiations)
            known.Clear();
        known[negotiation] = part;
    }
}
