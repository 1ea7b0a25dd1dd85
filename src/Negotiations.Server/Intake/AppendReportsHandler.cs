using Marten;
using Wolverine;

namespace Negotiations.Server;

/// <summary>Takes in further reports of a version of an article.</summary>
public static class AppendReportsHandler
{
    /// <summary>Appends what is new, and has the change published with the commit.</summary>
    /// <param name="message">The message.</param>
    /// <param name="session">The session that is committed with the outgoing messages.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CodingException">The version is not in the store yet, or the file cannot be taken
    /// in.</exception>
    public static async Task<(IntakeResult TakenIn, OutgoingMessages Outgoing)> Handle(
        AppendReports message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var file = await SubmissionReader.ReadArticleAsync(store, message.Coded, cancellationToken);
        var version = file.Article.Version;
        var stream = await store.ReadStreamAsync(file.Article.Stream, cancellationToken);
        if (!stream.ArticleVersions.Contains(version.Version))
            throw new CodingException([
                file.Error(
                    "article",
                    $"{EventReference.Format(version)} is not in the store yet: record the article first"
                ),
            ]);
        var (decision, basis) = await FileIntake.DecideAsync(
            store,
            stream,
            file with
            {
                Article = file.Article.AddedTo(stream),
            },
            edits: null,
            cancellationToken
        );
        return await Intake.AppendAsync(version.Negotiation, decision, basis, session, store, cancellationToken);
    }
}
