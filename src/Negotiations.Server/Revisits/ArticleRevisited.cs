using Marten;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Somebody has looked at an article again and found it unchanged.</summary>
[MessageIdentity("Negotiations.Marten.ArticleChecked")]
public sealed record ArticleRevisited(string Negotiation, string Article);

public static class ArticleRevisitedEndpoint
{
    [WolverinePost("/api/{talks}/articles/{article}/checked")]
    public static async Task<IResult> Post(
        string talks,
        string article,
        HttpRequest request,
        [NotBody] MartenEventStore store,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        if ((await store.ReadStreamAsync(StreamName.ForArticle(negotiation, article), cancellationToken)).Version == 0)
            throw new UnknownArticleException(negotiation, article);
        await RetryPolicy.InvokeAsync(bus, new ArticleRevisited(negotiation, article), cancellationToken);
        return Results.NoContent();
    }
}

public static class ArticleRevisitedHandler
{
    public static async Task<OutgoingMessages> Handle(
        ArticleRevisited message,
        IDocumentSession session,
        MartenEventStore store,
        ServerSettings settings,
        CancellationToken cancellationToken
    )
    {
        var stream = StreamName.ForArticle(message.Negotiation, message.Article);
        OutgoingMessages outgoing = [];
        if (await session.LoadAsync<PendingRevisit>(stream, cancellationToken) is not { } pending)
            return outgoing;
        session.Delete(pending);
        var article = await store.ReadStreamAsync(stream, cancellationToken);
        // Nobody looks again at an article that was erased.
        if (article.ArticleVersions is [.., var last])
            outgoing.Delay(new RevisitArticle(pending.Negotiation, pending.Article, last), settings.CheckAgainAfter);
        return outgoing;
    }
}

internal sealed class UnknownArticleException(string negotiation, string article)
    : NotFoundException($"{negotiation} has no article '{article}'");
