using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Takes an article off the list of those to look at, until its time comes again.</summary>
public static class ArticleRevisitedHandler
{
    /// <summary>Takes it off the list; asks again later, unless it was erased.</summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="settings">When an article is looked at again.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<OutgoingMessages> Handle(
        ArticleRevisited message,
        IDocumentSession session,
        MartenEventStore store,
        HostSettings settings,
        CancellationToken cancellationToken
    )
    {
        var stream = StreamName.ForArticle(message.Negotiation, message.Article);
        OutgoingMessages outgoing = [];
        if (await session.LoadAsync<PendingRevisit>(stream, cancellationToken) is not { } due)
            return outgoing;
        session.Delete(due);
        var article = await store.ReadStreamAsync(stream, cancellationToken);
        if (article.ArticleVersions is [.., var last])
            outgoing.Delay(new RevisitArticle(due.Negotiation, due.Article, last), settings.CheckAgainAfter);
        return outgoing;
    }
}
