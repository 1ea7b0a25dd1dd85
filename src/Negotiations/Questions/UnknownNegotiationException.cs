namespace Negotiations;

/// <summary>A question about a negotiation that is not defined.</summary>
/// <param name="negotiation">Identifier asked for.</param>
/// <param name="position">The position at which it is not defined.</param>
public sealed class UnknownNegotiationException(string negotiation, long position)
    : NotFoundException($"no negotiation '{negotiation}' is defined at position {position} of the record");
