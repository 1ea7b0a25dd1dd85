using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Takes in a version of an article.</summary>
public static class RecordArticleHandler
{
    /// <summary>
    /// Appends what is new, has the change published with the commit, and a new version looked at again later.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="settings">When an article is looked at again.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<(IntakeResult TakenIn, OutgoingMessages Outgoing)> Handle(
        RecordArticle message,
        IDocumentSession session,
        MartenEventStore store,
        HostSettings settings,
        CancellationToken cancellationToken
    )
    {
        var file = await SubmissionReader.ReadArticleAsync(store, message.Coded, cancellationToken);
        var version = file.Article.Version;
        var stream = await store.ReadStreamAsync(file.Article.Stream, cancellationToken);
        var (decision, basis) = await FileIntake.DecideAsync(store, stream, file, message.Edits, cancellationToken);
        var (taken, outgoing) = await Intake.AppendAsync(
            version.Negotiation,
            decision,
            basis,
            session,
            store,
            cancellationToken
        );
        if (decision.Append.Any(added => added.Event is ArticleVersionPublished))
        {
            session.Delete<PendingRevisit>(decision.Stream);
            outgoing.Delay(
                new RevisitArticle(version.Negotiation, version.Article, version.Version),
                settings.CheckAgainAfter
            );
        }

        return (taken, outgoing);
    }
}
