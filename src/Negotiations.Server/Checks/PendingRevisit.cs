namespace Negotiations.Server;

/// <summary>An article that somebody should look at again.</summary>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Version">The latest version, by its time of publication, that is in the store.</param>
public sealed record PendingRevisit(string Stream, string Negotiation, string Article, string Version);
