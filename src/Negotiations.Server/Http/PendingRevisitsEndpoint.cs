using Marten;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>The articles that somebody should look at again: whether they were changed or corrected since.</summary>
public static class PendingRevisitsEndpoint
{
    /// <summary>Each that was not erased, with the last version that is in the store.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">Without parameters.</param>
    /// <param name="store">The store.</param>
    /// <param name="session">The session that reads.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/checks")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var due = await session
            .Query<PendingRevisit>()
            .Where(check => check.Negotiation == negotiation)
            .OrderBy(check => check.Article)
            .ToListAsync(cancellationToken);
        due = [.. await WithoutErasedAsync(due, store, cancellationToken)];
        return JsonResults.Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("talks", negotiation);
                writer.WriteStartArray("due");
                foreach (var check in due)
                {
                    writer.WriteStartObject();
                    writer.WriteString("article", check.Article);
                    writer.WriteString("version", check.Version);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            })
        );
    }

    // An erased article is looked at no more.
    private static async Task<IReadOnlyList<PendingRevisit>> WithoutErasedAsync(
        IReadOnlyList<PendingRevisit> due,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        List<PendingRevisit> there = [];
        foreach (var check in due)
            if ((await store.ReadStreamAsync(check.Stream, cancellationToken)).ArticleVersions.Count > 0)
                there.Add(check);
        return there;
    }
}
