using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>The questions of the command line over HTTP: each answer is its JSON, byte for byte.</summary>
public static class QuestionEndpoints
{
    [WolverineGet("/api/{talks}/state")]
    public static Task<IResult> State(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts", "actor", "side", "issue", "text"]);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
            var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
            var filter = new FactFilter(
                parameters["facts"],
                parameters["actor"],
                parameters["side"],
                parameters["issue"],
                parameters["text"]
            );
            var state = await store.FindStateAsync(question, filter, cancellationToken)
                ?? filter.Apply(await store.AnswerAsync(question, cancellationToken)).Answer.State;
            return AnswerJson.Write(state);
        }
    }

    [WolverineGet("/api/{talks}/positions")]
    public static Task<IResult> Positions(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "since"]);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
            var table = await store.ReadPositionsAsync(
                parameters.Question(negotiation),
                parameters["since"],
                cancellationToken
            );
            return PositionsJson.Write(table);
        }
    }

    [WolverineGet("/api/{talks}/blame")]
    public static Task<IResult> Blame(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
            var prefix = parameters["facts"] ?? "";
            var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
            var (answer, log) = await store.AskAboutAsync(question, prefix, cancellationToken);
            var blame = Negotiations.Blame.Trace(answer, log, FactKeys.Resolve(prefix, answer));
            if (blame.Facts.Count + blame.Vanished.Count == 0)
                FactKeys.Require(blame.Prefix, blame.Answer);
            return BlameJson.Write(blame);
        }
    }

    [WolverineGet("/api/{talks}/history")]
    public static Task<IResult> History(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts"]);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
            var prefix = parameters["facts"] ?? "";
            var question = await store.ReadQuestionAsync(parameters.Question(negotiation), cancellationToken);
            if (prefix.Length == 0)
                RequireFew(request, await CountReportsAsync(store, question, cancellationToken));
            var (answer, log) = await store.AskAboutAsync(question, prefix, cancellationToken);
            RequireFew(request, log.Timeline.Reports.Count);
            var history = AnswerHistory.Trace(answer, log, FactKeys.Resolve(prefix, answer));
            if (history.Changes.Count + history.Corrections.Count == 0)
                FactKeys.Require(history.Prefix, history.Answer);
            return HistoryJson.Write(history);
        }
    }

    [WolverineGet("/api/{talks}/reports")]
    public static Task<IResult> Reports(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(
            request,
            [
                .. Parameters.Bounds,
                "type",
                "actor",
                "side",
                "issue",
                "round",
                "act",
                "text",
                "withdrawn",
                .. ReportPage.Parameters,
            ]
        );
        var page = ReportPage.Read(request, parameters);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
            var question = await store.ReadQuestionAsync(page.Pin(parameters.Question(negotiation)), cancellationToken);
            var log = await store.ReadLogAsync(negotiation, question.RecordedBy, cancellationToken);
            var answer = Answer.To(question, log);
            var filter = new ReportFilter(
                parameters["type"],
                parameters["actor"],
                parameters["round"],
                parameters["act"],
                parameters["text"]
            )
            {
                Side = parameters["side"],
                Issue = parameters["issue"],
                Withdrawn = parameters.Flag("withdrawn"),
            };
            var proven = await store.ProveAsync(answer.Settled.Position, cancellationToken);
            return ReportsJson.Write(answer, filter, page.Take(filter.Apply(answer, log), proven));
        }
    }

    [WolverineGet("/api/{talks}/diff")]
    public static Task<IResult> Diff(
        string talks,
        HttpRequest request,
        AnswerCache answers,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "facts", "from", "to", "clock"]);
        return answers.AnswerAsync(request, parameters, talks, AskAsync, cancellationToken);

        async Task<string> AskAsync(MartenEventStore store, string negotiation)
        {
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
            if (diff.IsWithoutFacts)
                FactKeys.Require(diff.Prefix, diff.To);
            return DiffJson.Write(diff);

            async Task<Answer> AnswerAsync(string side)
            {
                var bounded = others.WithBoundOn(clock, parameters.Required(side));
                var question = await store.ReadQuestionAsync(bounded, cancellationToken);
                return (await store.AskAboutAsync(question, prefix, cancellationToken)).Answer;
            }
        }
    }

    private static async Task<int> CountReportsAsync(
        MartenEventStore store,
        Question question,
        CancellationToken cancellationToken
    ) => (await store.FindStateAsync(question, [], cancellationToken))?.Answered.Reports ?? 0;

    private static void RequireFew(HttpRequest request, int reports)
    {
        var most = request.HttpContext.RequestServices.GetRequiredService<ServerSettings>().MostReportsOfAHistory;
        if (reports > most)
            throw new WrongParameterException(
                "facts",
                $"{reports} reports bear on what is asked, and of {most} at most the changes are found "
                    + "while somebody waits: name a fact by its key, as the state has it"
            );
    }

    // The server holds no texts of articles, so the audit looks at none.
    [WolverineGet("/api/{talks}/audit")]
    public static async Task<IResult> Audit(
        string talks,
        HttpRequest request,
        MartenEventStore store,
        CancellationToken cancellationToken
    )
    {
        var parameters = new Parameters(request, [.. Parameters.Bounds, "chain"]);
        var chain = parameters.Flag("chain");
        var negotiation = await NegotiationLookup.FindAsync(store, request, talks, cancellationToken);
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
