using Marten;
using Wolverine.Http;

namespace Negotiations.Server;

public static class ListRevisitsEndpoint
{
    [WolverineGet("/api/{talks}/checks")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        IQuerySession session,
        CancellationToken cancellationToken
    )
    {
        _ = new Parameters(request);
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
        var pending = await session
            .Query<PendingRevisit>()
            .Where(revisit => revisit.Negotiation == negotiation)
            .OrderBy(revisit => revisit.Article)
            .ToListAsync(cancellationToken);
        var due = await RemoveErasedAsync(pending, store, cancellationToken);
        return JsonResults.Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("talks", negotiation);
                writer.WriteStartArray("due");
                foreach (var revisit in due)
                {
                    writer.WriteStartObject();
                    writer.WriteString("article", revisit.Article);
                    writer.WriteString("version", revisit.Version);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            })
        );
    }

    // An erasure does not know of the list: the erased articles are still on it.
    private static async Task<IReadOnlyList<PendingRevisit>> RemoveErasedAsync(
        IReadOnlyList<PendingRevisit> pending,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        List<PendingRevisit> due = [];
        foreach (var revisit in pending)
            if ((await store.ReadStreamAsync(revisit.Stream, cancellationToken)).ArticleVersions.Count > 0)
                due.Add(revisit);
        return due;
    }
}
