using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>The questions of the command line over HTTP: each answer is its JSON, byte for byte.</summary>
public static class QuestionEndpoints
{
    [WolverineGet("/talks/{talks}/state")]
    public static async Task<IResult> State(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        if (request.Query.Count == 0 && await store.FindCurrentAnswerAsync(negotiation, cancellationToken) is { } kept)
            return JsonResults.Create(kept);
        var prefix = parameters["facts"] ?? "";
        var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
        var answer = await store.AnswerAsync(question, cancellationToken);
        if (prefix.Length > 0)
            answer = answer with
            {
                Facts = [.. answer.Facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal))],
            };
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, answer.Facts.Count > 0, cancellationToken);
        return JsonResults.Create(AnswerJson.Write(answer));
    }

    [WolverineGet("/talks/{talks}/blame")]
    public static async Task<IResult> Blame(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var prefix = parameters["facts"] ?? "";
        var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
        var log = await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken);
        var blame = Negotiations.Blame.Trace(log, question, prefix);
        var isThere = blame.Facts.Count + blame.Vanished.Count > 0;
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, isThere, cancellationToken);
        return JsonResults.Create(BlameJson.Write(blame));
    }

    [WolverineGet("/talks/{talks}/history")]
    public static async Task<IResult> History(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var prefix = parameters["facts"] ?? "";
        var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
        var log = await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken);
        var history = AnswerHistory.Trace(log, question, prefix);
        var isThere = history.Changes.Count + history.Corrections.Count > 0;
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, isThere, cancellationToken);
        return JsonResults.Create(HistoryJson.Write(history));
    }

    [WolverineGet("/talks/{talks}/reports")]
    public static async Task<IResult> Reports(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "type", "actor", "round", "act", "text"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
        var answer = await store.AnswerAsync(question, cancellationToken);
        ReportFilter filter = new(
            parameters["type"],
            parameters["actor"],
            parameters["round"],
            parameters["act"],
            parameters["text"]
        );
        if (filter.FindProblem(answer.Definition) is { } problem)
            throw new WrongParameterException(problem.Field, problem.Message);
        return JsonResults.Create(ReportsJson.Write(answer, filter, [.. filter.Apply(answer)]));
    }

    [WolverineGet("/talks/{talks}/diff")]
    public static async Task<IResult> Diff(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts", "from", "to", "clock"]);
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var prefix = parameters["facts"] ?? "";
        var clock = parameters["clock"] ?? QuestionText.Clocks[0];
        var others = parameters.Question(negotiation);
        if (!QuestionText.Clocks.Contains(clock))
            throw new WrongParameterException(
                "clock",
                $"there is no clock '{clock}'; there are {string.Join(", ", QuestionText.Clocks)}"
            );
        if (others.BoundOn(clock) is not null)
            throw new WrongParameterException($"{clock}-by", "the bounds on this clock are 'from' and 'to'");
        var diff = AnswerDiff.Compare(clock, prefix, await AnswerAsync("from"), await AnswerAsync("to"));
        var isThere = diff
            .From.Facts.Concat(diff.To.Facts)
            .Any(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal));
        await NegotiationLookup.CheckAsync(store, negotiation, prefix, isThere, cancellationToken);
        return JsonResults.Create(DiffJson.Write(diff));

        async Task<Answer> AnswerAsync(string side)
        {
            var bounded = others.WithBoundOn(clock, parameters.Required(side));
            return await store.AnswerAsync(
                await store.ReadQuestionAsync(bounded, cancellationToken),
                cancellationToken
            );
        }
    }

    // The server holds no texts of articles, so the audit looks at none.
    [WolverineGet("/talks/{talks}/audit")]
    public static async Task<IResult> Audit(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "chain"]);
        var chain = parameters["chain"] switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw new WrongParameterException("chain", $"'{other}' is neither true nor false"),
        };
        var negotiation = await NegotiationLookup.FindAsync(store, talks, cancellationToken);
        var record = await new RecordChecks(store) { Chain = chain }.RunAsync(progress: null, cancellationToken);
        try
        {
            var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
            var log = await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken);
            var audit = Negotiations.Audit.Run(log, question, ArticleTextIndex.None);
            return JsonResults.Create(AuditJson.Write(new(record, [audit])));
        }
        catch (UnreadableEventException exception)
        {
            return JsonResults.Create(AuditJson.Write(AuditRun.Unreadable(record, exception)));
        }
    }
}
