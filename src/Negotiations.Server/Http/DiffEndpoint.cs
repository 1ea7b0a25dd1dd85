using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>What changed between two answers, as <c>diff</c> gives it.</summary>
public static class DiffEndpoint
{
    /// <summary>The JSON of <c>docs/schema/diff.schema.json</c>.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="request">With <c>from</c> and <c>to</c>, the <c>clock</c> of these two, bounds on the others, and
    /// <c>facts</c>, what the keys of the facts begin with.</param>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Cancels the answer.</param>
    [WolverineGet("/talks/{talks}/diff")]
    public static async Task<IResult> Get(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var asked = new Parameters(request, [.. Parameters.Bounds, "facts", "from", "to", "clock"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var (prefix, clock, others) = (
            asked["facts"] ?? "",
            asked["clock"] ?? QuestionText.Clocks[0],
            asked.Question(negotiation)
        );
        if (!QuestionText.Clocks.Contains(clock))
            throw new WrongParameterException(
                "clock",
                $"there is no clock '{clock}'; there are {string.Join(", ", QuestionText.Clocks)}"
            );
        if (others.BoundOn(clock) is not null)
            throw new WrongParameterException($"{clock}-by", "the bounds on this clock are 'from' and 'to'");
        var comparison = AnswerDiff.Compare(clock, prefix, await AnswerAsync("from"), await AnswerAsync("to"));
        var isThere = comparison
            .From.Facts.Concat(comparison.To.Facts)
            .Any(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal));
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, isThere, cancellationToken);
        return JsonResults.Create(DiffJson.Write(comparison));

        async Task<Answer> AnswerAsync(string side) =>
            await store.AnswerAsync(
                await store.ReadQuestionAsync(others.WithBoundOn(clock, asked.Required(side)), cancellationToken),
                cancellationToken
            );
    }
}
