using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Record further reports of a version that is in the store; reports that the file lacks stay.</summary>
/// <param name="Coded">A coded file of the version with the further reports.</param>
/// <param name="Sender">Who sends it; null: the server itself.</param>
[MessageIdentity("Negotiations.Marten.AppendReports")]
public sealed record AppendReports(SubmittedFile Coded, Sender? Sender = null);

public static class AppendReportsEndpoint
{
    [WolverinePost("/api/articles/reports")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var coded = await RequestBodies.ReadCodedAsync(request, new Parameters(request, "file"), cancellationToken);
        return await Intake.AnswerAsync(
            bus,
            new AppendReports(coded, Sender.From(request, coded.Text)),
            cancellationToken
        );
    }
}

public static class AppendReportsHandler
{
    public static async Task<(IntakeResult Result, OutgoingMessages Outgoing)> Handle(
        AppendReports message,
        IDocumentSession session,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        if (await EarlierIntake.FindAsync(message.Sender, session, cancellationToken) is { } earlier)
            return (earlier, []);
        var file = await Intake.ReadArticleAsync(store, message.Coded, message.Sender, cancellationToken);
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
        return await Intake.AppendAsync(
            version.Negotiation,
            decision,
            basis,
            message.Sender,
            session,
            store,
            cancellationToken
        );
    }
}
