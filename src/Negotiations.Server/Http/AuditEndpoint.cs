using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>
/// Whether the record is unaltered, and where the sourcing is weak, as <c>audit</c> gives it; the host holds no texts.
/// </summary>
public static class AuditEndpoint
{
    /// <summary>The JSON of <c>docs/schema/audit.schema.json</c>.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With the bounds of the question, and <c>chain</c>, whether the hash chain is recomputed
    /// over the whole record.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the audit.</param>
    [WolverineGet("/talks/{talks}/audit")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, [.. Parameters.Bounds, "chain"]);
        var chain = asked["chain"] switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw new WrongParameterException("chain", $"'{other}' is neither true nor false"),
        };
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var record = await new RecordChecks(store) { Chain = chain }.RunAsync(progress: null, cancellationToken);
        try
        {
            var question = await store.ReadQuestionAsync(asked.Question(negotiation), cancellationToken);
            var log = await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken);
            return JsonResults.Create(AuditJson.Write(new(record, [Audit.Run(log, question, ArticleTextIndex.None)])));
        }
        catch (UnreadableEventException exception)
        {
            return JsonResults.Create(AuditJson.Write(AuditRun.Unreadable(record, exception)));
        }
    }
}
