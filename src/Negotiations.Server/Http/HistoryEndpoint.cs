using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Each change of the facts over time, as <c>history</c> gives them.</summary>
public static class HistoryEndpoint
{
    /// <summary>The JSON of <c>docs/schema/history.schema.json</c>.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With the bounds of the question, and <c>facts</c>, what the keys of the facts begin
    /// with.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/history")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var prefix = asked["facts"] ?? "";
        var question = await store.ReadQuestionAsync(asked.Question(negotiation), cancellationToken);
        var history = AnswerHistory.Trace(
            await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken),
            question,
            prefix
        );
        await NegotiationLookup.CheckAsync(
            store,
            negotiation,
            prefix,
            history.Changes.Count + history.Corrections.Count > 0,
            cancellationToken
        );
        return JsonResults.Create(HistoryJson.Write(history));
    }
}
