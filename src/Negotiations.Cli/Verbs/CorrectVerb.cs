using System.CommandLine;
using Negotiations.Cli.Messages;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Cli.Verbs;

/// <summary><c>correct</c>: appends a correction, and shows what it changes.</summary>
internal static class CorrectVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "correct",
            "Corrects a report, the time of publication of a version, or a correction: appends it to "
                + "the article's stream and shows the "
                + "facts that change, with the stretches of the known clock in which they do. Nothing "
                + "is ever rewritten.",
            (
                "negotiations correct 'courier-2031-04-02#offer' --amend date=2031-04-05 --reason "
                    + "\"misread\" --dry-run",
                "what a correction would change"
            ),
            (
                "negotiations correct 'courier-2031-04-02#offer' --retract --by publisher --published "
                    + "2031-04-03T09:00 --notice \"corrections, 3 April\" --reason withdrawn",
                "a publisher's"
            ),
            (
                "negotiations correct 'courier-2031-04-02#offer' --reattribute standing=other --on "
                    + "'courier-2031-04-02!offer-correction-1' --reason \"second reading\"",
                "builds on another"
            ),
            (
                "negotiations correct 'courier-2031-04-02!offer-correction-1' --undo --reason \"it was right\"",
                "takes a correction back"
            ),
            (
                "negotiations correct courier-2031-04-02 --published-at 2031-04-02T21:30 --reason \"time zone\"",
                "a time of publication"
            )
        );
        var target = new Argument<string>("EVENT")
        {
            Description =
                "What is corrected: a UUID, article#report, article@version#report, "
                + "article!correction; for a version article or article@version",
        };
        var options = new CorrectionOptions();
        var articles = new ArticlesOption(
            "Folder with the texts of the articles: new spans are checked against the text as well"
        );
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only shows what would change, and appends nothing",
        };
        var all = new AllOption();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        target.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(target);
        options.AddTo(verb);
        verb.Options.Add(articles);
        verb.Options.Add(dryRun);
        verb.Options.Add(all);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var written = options.Read(parsed);
                var texts = articles.Read(parsed);
                await using var opened = parsed.GetValue(dryRun)
                    ? await StoreOpener.ForQuestionsAsync(connection.Read(parsed), error, cancellationToken)
                    : await StoreOpener.ForAppendingAsync(connection.Read(parsed), error, cancellationToken);
                var isDryRun = parsed.GetValue(dryRun);
                var (log, plan) = await OptimisticLoop.RunAsync(
                    async attempt =>
                    {
                        var text = parsed.GetRequiredValue(target);
                        var (log, found) = await opened.Store.FindEventAsync(text, cancellationToken);
                        var plan = Plan(log, found, text, written, texts);
                        if (plan.Refusal is not null)
                            return (log, plan);
                        if (attempt == 1)
                            WarnOfFuture(plan, log, error);
                        if (!isDryRun)
                            await opened.Store.AppendAsync(
                                plan.Stream,
                                plan.ExpectedVersion,
                                [plan.Added],
                                plan.Basis,
                                cancellationToken
                            );
                        return (log, plan);
                    },
                    cancellationToken
                );
                if (plan.Refusal is { } refusal)
                {
                    var field = written.Changes.FirstOrDefault(change => change.Field == refusal.Field);
                    var where = field is null
                        ? ""
                        : $"{CorrectionOptions.FindOption($"{field.Group}.{field.Field}")}: ";
                    var message = where + RefusalText.Describe(refusal, parsed.Tokens, options.OnName, log.Zone);
                    if (refusal.Winner is null)
                        throw new RefusedException(message);
                    // The command was right, only somebody was faster: that is what it found.
                    error.WriteLine($"negotiations: {message}");
                    return ExitCode.Found;
                }

                var position = isDryRun ? (long?)null : await PositionAsync(opened.Store, plan, cancellationToken);
                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(CorrectionPlanJson.Write(plan, position, log));
                else
                    Page.Write(output, CorrectionPlanText.Render(plan, log, position, all.Read(parsed)));
                if (!isDryRun && format.Read(parsed) == OutputFormat.Text)
                {
                    // Not laid out, so that it can be pasted whatever its length.
                    output.WriteLine("To undo it:");
                    output.WriteLine(CommandText.ToUndo(plan.Correction, "REASON", connection.Read(parsed).Connection));
                }

                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static CorrectionPlan Plan(
        NegotiationLog log,
        RecordedEvent found,
        string text,
        CorrectionRequest written,
        ArticleTextFolder? texts
    )
    {
        try
        {
            return written.Plan(log, found, text, texts);
        }
        catch (CodingException exception)
        {
            throw new WrongInputException(
                string.Join(
                    '\n',
                    exception.Errors.Select(error =>
                        error.Field.Length == 0
                            ? error.Message
                            : $"{CorrectionOptions.FindOption(error.Field)}: {error.Message}"
                    )
                )
            );
        }
    }

    private static void WarnOfFuture(CorrectionPlan plan, NegotiationLog log, TextWriter error)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        foreach (var warning in FutureWarning.Find([plan.Correction], log.Definition!, now, log.Zone))
            error.WriteLine(warning);
    }

    private static async Task<long> PositionAsync(
        IEventStore store,
        CorrectionPlan plan,
        CancellationToken cancellationToken
    ) =>
        (await store.ReadStreamAsync(plan.Stream, cancellationToken))
            .Events.First(recorded => recorded.Id == plan.Added.Id)
            .Position;
}
