namespace Negotiations.Server;

/// <summary>Make known what events changed that were recorded together.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Events">Identifiers of the events.</param>
public sealed record PublishChange(string Negotiation, IReadOnlyList<Guid> Events);
