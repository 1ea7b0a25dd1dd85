using Wolverine;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Somebody has looked at an article again and found it as it was.</summary>
public static class RevisitedEndpoint
{
    /// <summary>Takes the article off the list of those to look at, until its time comes again.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="article">Identifier of the article.</param>
    /// <param name="request">Without parameters.</param>
    /// <param name="store">The store.</param>
    /// <param name="bus">Carries the message out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    [WolverinePost("/talks/{talks}/articles/{article}/checked")]
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
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        if ((await store.ReadStreamAsync(StreamName.ForArticle(negotiation, article), cancellationToken)).Version == 0)
            throw new UnknownArticleException(negotiation, article);
        await RetryPolicy.InvokeAsync(bus, new ArticleRevisited(negotiation, article), cancellationToken);
        return Results.NoContent();
    }
}
