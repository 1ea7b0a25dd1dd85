namespace Negotiations;

/// <summary>
/// What a decision was made on besides the stream that it appends to: it stands only while nothing more is recorded
/// there.
/// </summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Position">The settled position up to which it was read.</param>
/// <param name="Articles">Whether the decision depends on all articles of the negotiation, or on its own file
/// alone.</param>
public sealed record ConsistencyBoundary(string Negotiation, long Position, bool Articles);
