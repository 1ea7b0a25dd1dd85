namespace Negotiations.Server;

/// <summary>An article that is not in the store.</summary>
/// <param name="negotiation">Identifier of the negotiation.</param>
/// <param name="article">Identifier of the article.</param>
internal sealed class UnknownArticleException(string negotiation, string article)
    : Exception($"{negotiation} has no article '{article}'");
