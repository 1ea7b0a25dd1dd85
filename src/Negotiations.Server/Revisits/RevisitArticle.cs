using Marten;
using Wolverine.Attributes;

namespace Negotiations.Server;

/// <summary>Ask that somebody looks whether an article was changed or corrected; sent with a delay.</summary>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Version">The version that had come in last when this was sent.</param>
[MessageIdentity("Negotiations.Marten.CheckArticle")]
public sealed record RevisitArticle(string Negotiation, string Article, string Version);

/// <summary>An article on the list of those to look at again.</summary>
/// <param name="Stream">Name of its stream.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Version">The latest version, by its time of publication, that is in the store.</param>
public sealed record PendingRevisit(string Stream, string Negotiation, string Article, string Version);

public static class RevisitArticleHandler
{
    public static async Task Handle(
        RevisitArticle message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var stream = StreamName.ForArticle(message.Negotiation, message.Article);
        var article = await store.ReadStreamAsync(stream, cancellationToken);
        // A version that came in later has sent a message of its own.
        if (article.ArticleVersions.LastOrDefault() != message.Version)
            return;
        var log = await store.ReadLogAsync(message.Negotiation, recordedBy: null, cancellationToken);
        if (log.VersionsKnownBy(null).LastOrDefault(version => version.Article == message.Article) is { } latest)
            session.Store(new PendingRevisit(stream, message.Negotiation, message.Article, latest.Version));
    }
}
