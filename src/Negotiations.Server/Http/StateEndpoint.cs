using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>The state of a negotiation at a point of the three clocks, as <c>state</c> gives it.</summary>
public static class StateEndpoint
{
    /// <summary>
    /// The JSON of <c>docs/schema/state.schema.json</c>. Without bounds it is the answer that is kept ready, where
    /// there is one.
    /// </summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With the bounds of the question, and <c>facts</c>, what the keys of the facts begin
    /// with.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/state")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        if (request.Query.Count == 0 && await store.FindCurrentAnswerAsync(negotiation, cancellationToken) is { } kept)
            return JsonResults.Create(kept);
        var prefix = asked["facts"] ?? "";
        var answer = await store.AnswerAsync(
            await store.ReadQuestionAsync(asked.Question(negotiation), cancellationToken),
            cancellationToken
        );
        if (prefix.Length > 0)
            answer = answer with
            {
                Facts = [.. answer.Facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal))],
            };
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, answer.Facts.Count > 0, cancellationToken);
        return JsonResults.Create(AnswerJson.Write(answer));
    }
}
