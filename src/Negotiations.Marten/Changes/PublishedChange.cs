namespace Negotiations.Marten;

/// <summary>A change of an answer that was published: the list of changes that others read.</summary>
/// <param name="Id">Identifier of the first of the events that changed it.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The last position of the record before the change.</param>
/// <param name="At">The position of the record at which the change was complete.</param>
/// <param name="Facts">The number of facts that differ.</param>
public sealed record PublishedChange(Guid Id, string Negotiation, long After, long At, int Facts);
