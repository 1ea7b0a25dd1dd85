namespace Negotiations.Server;

/// <summary>Somebody should look whether an article was changed or corrected since; sent with a delay.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Version">The version that had come in last when this was sent.</param>
public sealed record RevisitArticle(string Negotiation, string Article, string Version);
