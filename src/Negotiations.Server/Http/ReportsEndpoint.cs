using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>The reports of a negotiation, as <c>reports</c> gives them.</summary>
public static class ReportsEndpoint
{
    /// <summary>The JSON of <c>docs/schema/reports.schema.json</c>.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With the bounds of the question, and <c>type</c>, <c>actor</c>, <c>round</c>, <c>act</c>,
    /// <c>text</c>.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/reports")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, [.. Parameters.Bounds, "type", "actor", "round", "act", "text"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var answer = await store.AnswerAsync(
            await store.ReadQuestionAsync(asked.Question(negotiation), cancellationToken),
            cancellationToken
        );
        var filter = new ReportFilter(asked["type"], asked["actor"], asked["round"], asked["act"], asked["text"]);
        if (filter.FindProblem(answer.Definition) is { } problem)
            throw new WrongParameterException(problem.Field, problem.Message);
        return JsonResults.Create(ReportsJson.Write(answer, filter, [.. filter.Apply(answer)]));
    }
}
