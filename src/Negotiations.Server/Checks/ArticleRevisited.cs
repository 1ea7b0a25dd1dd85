namespace Negotiations.Server;

/// <summary>Somebody has looked at an article again and found it as it was.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Article">Identifier of the article.</param>
public sealed record ArticleRevisited(string Negotiation, string Article);
