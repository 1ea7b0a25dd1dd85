using System.CommandLine;
using Negotiations.Cli.Messages;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Cli.Verbs;

/// <summary><c>replay</c>: takes coded articles and negotiation files into the store.</summary>
internal static class ReplayVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "replay",
            "Takes coded articles and negotiation files into the store, in the order of publication. "
                + "Everything is checked before "
                + "anything is taken in; what is there already is left alone. A file that says "
                + "otherwise than the store is refused.",
            ("negotiations replay seeds", "all coded files in a folder"),
            (
                "negotiations replay talks.negotiation.yaml courier-2031-04-02.yaml",
                "a negotiation and one article of it"
            ),
            (
                "negotiations replay seeds --articles texts",
                "checks every span against the texts of the articles as well"
            ),
            (
                "negotiations replay seeds --as-corrections --reason \"second reading\"",
                "takes edits of coded files in as corrections"
            ),
            (
                "negotiations replay seeds --as-corrections --reason \"second reading\" --dry-run",
                "what these would change"
            ),
            ("negotiations replay --verify", "checks the answers of the store against its streams")
        );
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Coded files, and folders of them",
        };
        var articles = new ArticlesOption(
            "Folder with the texts of the articles; a span that does not match its text is an error"
        );
        var edits = new EditOptions();
        var dryRun = new Option<bool>("--dry-run")
        {
            Description =
                "Takes nothing in: lists the new events, and which facts the corrections among them would change",
        };
        var verify = new Option<bool>("--verify")
        {
            Description =
                "Takes nothing in: compares every event of the streams with those that the store "
                + "answers from, and answers at some times with the answers that the streams give",
        };
        var unreviewed = new Option<bool>("--unreviewed")
        {
            Description = "Takes proposals as they are that nobody has accepted or rejected; else they are left out",
        };
        var all = new AllOption();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        paths.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(paths);
        verb.Options.Add(articles);
        edits.AddTo(verb);
        verb.Options.Add(dryRun);
        verb.Options.Add(verify);
        verb.Options.Add(unreviewed);
        verb.Options.Add(all);
        verb.Options.Add(format);
        verb.Options.Add(connection);
        verb.Validators.Add(command =>
        {
            var hasPaths = command.GetValue(paths) is { Length: > 0 };
            if (hasPaths == command.GetValue(verify))
                command.AddError(
                    hasPaths
                        ? "--verify takes no files: it checks what is in the store"
                        : "which coded files or folders are to be taken in?"
                );
        });

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var texts = articles.Read(parsed);
                var corrections = edits.Read(parsed);
                if (parsed.GetValue(verify))
                {
                    await using var existing = await StoreOpener.ForQuestionsAsync(
                        connection.Read(parsed),
                        error,
                        cancellationToken
                    );
                    return await VerifyAsync(existing.Store, output, error, format.Read(parsed), cancellationToken);
                }

                var isRehearsed = parsed.GetValue(dryRun);
                using var progress = new ProgressLine(error);
                await using var opened = isRehearsed
                    ? await StoreOpener.ForRehearsalAsync(connection.Read(parsed), error, cancellationToken)
                    : await StoreOpener.ForIntakeAsync(connection.Read(parsed), error, cancellationToken);
                IEventStore store = opened is null ? new EmptyEventStore() : opened.Store;
                var result = isRehearsed
                    ? await Replay.RehearseAsync(
                        store,
                        parsed.GetRequiredValue(paths),
                        texts,
                        corrections,
                        effects: _ => true,
                        checks: progress,
                        parsed.GetValue(unreviewed),
                        cancellationToken
                    )
                    : await Replay.RunAsync(
                        store,
                        parsed.GetRequiredValue(paths),
                        texts,
                        corrections,
                        // The text tells only what became otherwise in the store.
                        effects: file => format.Read(parsed) == OutputFormat.Json || file.IsOfStored,
                        progress,
                        checks: progress,
                        parsed.GetValue(unreviewed),
                        cancellationToken
                    );
                progress.Clear();
                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(ReplayJson.Write(result, isRehearsed));
                else
                    Page.Write(output, ReplayText.Render(result, all.Read(parsed), isRehearsed));
                // Below the table where both go to one terminal; and above what asks for an answer.
                output.Flush();
                foreach (var line in LintText.Describe(result.Warnings))
                    error.WriteLine(line);
                foreach (var line in NotesOn(result, corrections, connection.Read(parsed).Connection))
                    error.WriteLine(line);
                foreach (var open in result.Unreviewed)
                    error.WriteLine(
                        $"negotiations: {open.File}: {open.Proposals} "
                            + (open.Proposals == 1 ? "proposal is" : "proposals are")
                            + " not reviewed and left out; decide them with 'negotiations review'"
                    );
                if (result.TextsNotHeld.Count > 0)
                    error.WriteLine(
                        $"negotiations: text not held, so spans not checked: {string.Join(", ", result.TextsNotHeld)}"
                    );
                if (result.NotCompared.Count > 0)
                    error.WriteLine(
                        "negotiations: without 'compared:', so what became of the reports of the "
                            + $"version before is not known: {string.Join(", ", result.NotCompared)}; "
                            + "'negotiations compare FILE --articles FOLDER' can propose it"
                    );
                if (result.Differences.Count == 0)
                    return ExitCode.Fine;
                if (result.Differences.All(difference => difference.IsUnaware))
                    return ExitCode.Found;
                error.WriteLine(
                    "negotiations: the coded files say otherwise than the store; nothing was taken in from them. "
                        + (
                            corrections is null
                                ? "A coding that was replayed is corrected, not edited: 'negotiations "
                                    + "correct', or --as-corrections --reason with the edited file."
                                : "These edits are no corrections: a changed text is a new version of "
                                    + "its article, and nobody's correction is taken back unseen."
                        )
                );
                return ExitCode.Found;
            }
        );
        return verb;
    }

    private static IEnumerable<string> NotesOn(ReplayResult result, EditsAsCorrections? edits, string? connection)
    {
        var overlooked = new MissedCorrectionsText(edits?.Reason ?? "REASON", connection);
        // Whoever only replays a folder again need not hear each time of corrections; but a report that is gone is
        // missed.
        var taken = result
            .Files.SelectMany(file => file.Overlooked)
            .Select(correction => correction.Correction)
            .Where(correction => edits is not null || correction is ReportRetracted);
        var now = SystemClock.Instance.GetCurrentInstant();
        return overlooked
            .DescribeTaken([.. taken])
            .Concat(
                MissedCorrectionsText.DescribeGone([
                    .. result
                        .Files.SelectMany(file => file.RetractedWithThem)
                        .Select(correction => correction.Correction),
                ])
            )
            .Concat(
                result
                    .Files.SelectMany(file => file.Idle)
                    .Select(idle =>
                        $"negotiations: {EventReference.Format(idle.Correction)} changes nothing: {idle.Same}"
                    )
            )
            .Concat(
                result.ComparedWithUnknown.Select(file =>
                    $"negotiations: {file}: 'compared.with' names a version that is neither in the "
                    + "store nor in these files: what became of its reports is not known before it "
                    + "comes in"
                )
            )
            .Concat(
                overlooked.DescribeRefused([
                    .. result.Differences.Select(difference => difference.Overlooked).OfType<Correction>().Distinct(),
                ])
            )
            .Concat(result.Contended.SelectMany(ConflictText.Describe))
            .Concat(
                result.Files.SelectMany(file =>
                    FutureWarning.Find(file.Append.Select(added => added.Event), file.Definition, now, file.Zone)
                )
            );
    }

    private static async Task<int> VerifyAsync(
        IEventStore store,
        TextWriter output,
        TextWriter error,
        OutputFormat format,
        CancellationToken cancellationToken
    )
    {
        var verifications = new List<Verification>();
        foreach (var negotiation in await store.ReadNegotiationsAsync(cancellationToken))
            verifications.Add(await StoreVerification.VerifyAsync(store, negotiation, cancellationToken));
        if (format == OutputFormat.Json)
            output.WriteJson(VerificationJson.Write(verifications));
        else
            Page.Write(output, VerificationText.Render(verifications));
        if (verifications.All(verified => verified.Faults.Count == 0))
            return ExitCode.Fine;
        error.WriteLine("negotiations: the store answers otherwise than its streams");
        return ExitCode.Found;
    }
}
