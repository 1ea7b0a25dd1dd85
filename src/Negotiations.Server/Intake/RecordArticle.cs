using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Record a version of an article with all its reports, as <c>replay</c> does.</summary>
/// <param name="Coded">The coded file.</param>
/// <param name="Edits">Records edits of a coding that is in the store as corrections; null: edits are refused.</param>
/// <param name="Sender">Who sends it; null: the server itself.</param>
[MessageIdentity("Negotiations.Marten.RecordArticle")]
public sealed record RecordArticle(SubmittedFile Coded, EditsAsCorrections? Edits = null, Sender? Sender = null);

public static class RecordArticleEndpoint
{
    [WolverinePost("/api/articles")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var parameters = new Parameters(request, "file", "reason", "who");
        EditsAsCorrections? edits = null;
        if (parameters["reason"] is { } reason)
        {
            var caller = Caller.Find(request.HttpContext);
            caller.Require(Roles.Editor);
            edits = new(reason, caller.Sign(parameters["who"]));
        }

        var coded = await RequestBodies.ReadCodedAsync(request, parameters, cancellationToken);
        var sender = Sender.From(request, $"{request.QueryString}\n{coded.Text}");
        return await Intake.AnswerAsync(bus, new RecordArticle(coded, edits, sender), cancellationToken);
    }
}

public static class RecordArticleHandler
{
    public static async Task<(IntakeResult Result, OutgoingMessages Outgoing)> Handle(
        RecordArticle message,
        IDocumentSession session,
        MartenEventStore store,
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        if (await EarlierIntake.FindAsync(message.Sender, session, cancellationToken) is { } earlier)
            return (earlier, []);
        var file = await Intake.ReadArticleAsync(store, message.Coded, message.Sender, cancellationToken);
        var version = file.Article.Version;
        var stream = await store.ReadStreamAsync(file.Article.Stream, cancellationToken);
        var (decision, basis) = await FileIntake.DecideAsync(store, stream, file, message.Edits, cancellationToken);
        var (result, outgoing) = await Intake.AppendAsync(
            version.Negotiation,
            decision,
            basis,
            message.Sender,
            session,
            store,
            cancellationToken
        );
        if (decision.Append.Any(added => added.Event is ArticleVersionPublished))
        {
            // A new version has a time of its own after which somebody looks at the article again.
            session.Delete<PendingRevisit>(decision.Stream);
            outgoing.Delay(
                new RevisitArticle(version.Negotiation, version.Article, version.Version),
                settings.CheckAgainAfter
            );
        }

        return (result, outgoing);
    }
}
