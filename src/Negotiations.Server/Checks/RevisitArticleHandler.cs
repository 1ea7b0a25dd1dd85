using Marten;

namespace Negotiations.Server;

/// <summary>Asks for an article to be looked at again.</summary>
public static class RevisitArticleHandler
{
    /// <summary>
    /// Lists the article as due, unless another version has come in since: that one has a time of its own.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task Handle(
        RevisitArticle message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var stream = StreamName.ForArticle(message.Negotiation, message.Article);
        var article = await store.ReadStreamAsync(stream, cancellationToken);
        if (article.ArticleVersions.LastOrDefault() != message.Version)
            return;
        var log = await store.ReadLogAsync(message.Negotiation, recordedBy: null, cancellationToken);
        if (log.VersionsKnownBy(null).LastOrDefault(version => version.Article == message.Article) is { } latest)
            session.Store(new PendingRevisit(stream, message.Negotiation, message.Article, latest.Version));
    }
}
