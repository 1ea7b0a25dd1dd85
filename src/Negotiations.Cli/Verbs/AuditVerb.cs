using Negotiations.Cli.Exports;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>audit</c>: whether the record and the texts are unaltered, and where the sourcing is weak.</summary>
internal static class AuditVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "audit",
            "Checks every report against the text of its article, the record against its hash chain, "
                + "and says where the sourcing is weak: "
                + "values of one source, of unnamed sources, disputed ones. Exit code 1 where something "
                + "was altered; with --strict also where the sourcing is weak.",
            ("negotiations audit", "the sourcing of every negotiation in the store"),
            (
                "negotiations audit TALKS --articles my-texts --chain",
                "each span against the texts, each event against the hash chain"
            ),
            (
                "negotiations audit TALKS --known-by \"May 14\" --strict",
                "the sourcing of what was known by the end of May 14"
            ),
            (
                "negotiations audit TALKS --articles my-texts --format html > talks.html",
                "a page to hand over: each value, its reports, the passages, the corrections"
            ),
            ("negotiations audit TALKS --format json", "for other programs (docs/schema/audit.schema.json)")
        );
        var talks = new TalksArguments();
        var clocks = new ClockOptions();
        var options = new AuditOptions();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Html);
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        clocks.AddTo(verb);
        options.AddTo(verb);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var (articles, checkpoint) = (options.Articles(parsed), options.ReadCheckpoint(parsed));
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                using var progress = new ProgressLine(error);
                var record = await new RecordChecks(opened.Store)
                {
                    Chain = options.Chain(parsed),
                    Checkpoint = checkpoint,
                }.RunAsync(progress, cancellationToken);
                progress.Clear();
                var run = await ReadAsync(record, async () =>
                {
                    var audits = new List<Audit>();
                    var negotiations = await talks.FindAllAsync(parsed, opened.Store, cancellationToken);
                    var texts = await ReadTextsAsync(opened.Store, articles, cancellationToken);
                    foreach (var negotiation in negotiations)
                    {
                        var (question, log) = await opened.Store.ReadQuestionAndLogAsync(
                            clocks.Read(parsed, negotiation.Negotiation),
                            cancellationToken
                        );
                        audits.Add(Audit.Run(log, question, texts));
                    }

                    return new(record, audits) { UnmatchedFiles = texts.Unmatched };
                });
                switch (format.Read(parsed))
                {
                    case OutputFormat.Json:
                        output.WriteJson(AuditJson.Write(run));
                        break;
                    case OutputFormat.Html:
                        await WritePageAsync(run, opened.Store, output, error, cancellationToken);
                        break;
                    default:
                        Page.Write(output, AuditText.Render(run));
                        break;
                }

                if (!run.IsSound)
                    error.WriteLine("negotiations: the audit found something that is not what was recorded");
                var isTooWeak = options.Strict(parsed) && run.IsWeak;
                if (isTooWeak)
                    error.WriteLine("negotiations: the sourcing has weak spots, which --strict makes a finding");
                return run.IsSound && !isTooWeak ? ExitCode.Fine : ExitCode.Found;
            }
        );
        return verb;
    }

    // Of what cannot be read no page can be made; what was found is then said where everything else is said.
    private static async Task WritePageAsync(
        AuditRun run,
        MartenEventStore store,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (run is not { Talks.Count: 0, IsSound: false })
            {
                await AuditPageExport.WriteAsync(run, store, output, cancellationToken);
                return;
            }
        }
        catch (Exception exception)
            when (!run.IsSound && exception is not WrongInputException && !IsFromOutside(exception))
        {
            run = AuditRun.Unreadable(run.Record, exception);
        }

        Page.Write(error, AuditText.Render(run));
        error.WriteLine(
            "negotiations: no page was written, since the record cannot be read; the lines above are what was found"
        );
    }

    // A record that cannot be answered from is what the audit is there to find: the other checks are shown all the
    // same.
    private static async Task<AuditRun> ReadAsync(IReadOnlyList<RecordCheck> record, Func<Task<AuditRun>> audit)
    {
        try
        {
            return await audit();
        }
        catch (Exception exception)
            when (exception is UnreadableEventException or InvalidCastException
                || BrokenTables.AreBehind(exception)
                || (record.Any(check => check.Status == RecordStatus.Failed) && !IsFromOutside(exception))
            )
        {
            return AuditRun.Unreadable(record, exception);
        }
    }

    private static bool IsFromOutside(Exception exception) =>
        exception is OperationCanceledException or IOException or UnauthorizedAccessException or CodingException
        || ServerFailure.IsLost(exception);

    // A file can belong to a version of any negotiation, also to one that is recorded after the bound of the question.
    private static async Task<ArticleTextIndex> ReadTextsAsync(
        MartenEventStore store,
        IReadOnlyList<string> articles,
        CancellationToken cancellationToken
    )
    {
        if (articles.Count == 0)
            return ArticleTextIndex.None;
        var versions = new List<ArticleVersionPublished>();
        foreach (var negotiation in await store.ReadNegotiationsAsync(cancellationToken))
            versions.AddRange(
                (await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken)).Timeline.Versions
            );
        return ArticleFiles.Read(articles, versions);
    }
}
