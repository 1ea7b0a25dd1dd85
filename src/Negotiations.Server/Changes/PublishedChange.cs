namespace Negotiations.Server;

/// <summary>A change of an answer that was published: the list of changes that others read.</summary>
/// <param name="Id">Identifier of the first of the events that changed it.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="After">The last position of the record before the change.</param>
/// <param name="At">The position of the record at which the change was complete.</param>
/// <param name="Facts">The number of facts that differ.</param>
/// <param name="Place">Its place among the published changes of the negotiation, from 1, given at the commit (<see
/// cref="PublicationOrder"/>); 0 before.</param>
public sealed record PublishedChange(Guid Id, string Negotiation, long After, long At, int Facts, long Place = 0);
