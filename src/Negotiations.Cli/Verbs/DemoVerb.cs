using System.CommandLine;
using Negotiations.Cli.Demo;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>demo</c>: the main job in one go.</summary>
internal static class DemoVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "demo",
            "Does the main job in one go: replays the articles that come with the program in the "
                + "order of their publication, shows what "
                + "was known on a day of them, and how the three clocks differ.",
            ("negotiations demo", "replays seeds/ into a store of its own and shows the state of its day"),
            ("negotiations demo --format markdown > briefing.md", "the same as a briefing to paste"),
            ("negotiations demo --seeds FOLDER", "with other articles; FOLDER/demo.json names the talks and the day")
        );
        var seeds = new Option<string?>("--seeds")
        {
            HelpName = "FOLDER",
            Description = "Folder of coded articles [default: seeds/, here or above]",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
        var connection = new ConnectionOption();
        verb.Options.Add(seeds);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var folder = SeedFolder.Find(parsed.GetValue(seeds));
                var settings = DemoSettings.Read(folder);
                // Only a database that is named here: the user's own store stays as it is.
                await using var opened = parsed.GetValue(connection) is { } given
                    ? await ReplayIntoAsync(given, folder, error, cancellationToken)
                    : await ReplayIntoOwnAsync(connection.Read(parsed).MayDownload, folder, error, cancellationToken);
                if (opened is null)
                    return ExitCode.Found;

                var talks = TalksFinder
                    .Find(settings.Talks, await opened.Store.ReadDefinedAsync(cancellationToken))
                    .Negotiation;
                var (question, log) = await opened.Store.ReadQuestionAndLogAsync(
                    new(talks, settings.KnownBy),
                    cancellationToken
                );
                var answer = Answer.To(question, log);
                var clocks = await CompareAsync(opened.Store, question, log, cancellationToken);
                Write(output, answer, clocks, format.Read(parsed));
                if (parsed.GetValue(connection) is null)
                    error.WriteLine(
                        "\nThis was a store of the demonstration's own. For yours: negotiations replay " + $"{folder}"
                    );
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static async Task<OpenedStore?> ReplayIntoAsync(
        string connection,
        string folder,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var opened = await StoreOpener.ForIntakeAsync(new(connection), error, cancellationToken);
        if (await IsReplayedAsync(opened, folder, error, cancellationToken))
            return opened;
        error.WriteLine(
            "negotiations: the store has another coding of these articles; use an empty one (--connection), or correct "
                + "it by corrections"
        );
        return null;
    }

    // Nothing of the user's is in there: where an earlier demonstration had other seeds, it begins again.
    private static async Task<OpenedStore?> ReplayIntoOwnAsync(
        bool mayDownload,
        string folder,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var own = Path.Combine(DataFolder.Default, "demo");
        var opened = await StoreOpener.ForIntakeAsync(new(null, mayDownload), error, cancellationToken, own);
        if (await IsReplayedAsync(opened, folder, error, cancellationToken))
            return opened;
        await ClusterRemoval.RemoveAsync(own, cancellationToken);
        opened = await StoreOpener.ForIntakeAsync(new(null, mayDownload), error, cancellationToken, own);
        return await IsReplayedAsync(opened, folder, error, cancellationToken) ? opened : null;
    }

    // A store into which the articles do not go is closed, and so is its server.
    private static async Task<bool> IsReplayedAsync(
        OpenedStore opened,
        string folder,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var isReplayed = false;
        try
        {
            return isReplayed = await ReplayAsync(opened.Store, folder, error, cancellationToken);
        }
        finally
        {
            if (!isReplayed)
                await opened.DisposeAsync();
        }
    }

    private static async Task<bool> ReplayAsync(
        IEventStore store,
        string folder,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        using var progress = new ProgressLine(error);
        var result = await Replay.RunAsync(
            store,
            [folder],
            effects: file => file.IsOfStored,
            progress: progress,
            checks: progress,
            cancellationToken: cancellationToken
        );
        progress.Clear();
        Page.Write(error, ReplayText.Render(result, new PreviewLength(IsWhole: false)));
        error.WriteLine();
        return result.Differences.Count == 0;
    }

    private static async Task<IReadOnlyList<ClockLine>> CompareAsync(
        IEventStore store,
        Question question,
        NegotiationLog log,
        CancellationToken cancellationToken
    )
    {
        if (question.KnownBy is not { } time)
            return [];
        return await ClockComparison.CompareAsync(log, question.Negotiation, time, position =>
            store.ReadLogAsync(question.Negotiation, new RecordedBound.AtPosition(position), cancellationToken)
        );
    }

    private static void Write(TextWriter output, Answer answer, IReadOnlyList<ClockLine> clocks, OutputFormat format)
    {
        var briefing = BriefingBuilder.Build(answer, all: false);
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(DemoJson.Write(answer, clocks));
                break;
            case OutputFormat.Markdown:
                output.WriteLine(
                    string.Join(
                        '\n',
                        [StateMarkdown.Write(briefing), .. clocks.Count == 0 ? [] : ClocksText.WriteMarkdown(clocks)]
                    )
                );
                break;
            default:
                var width = Page.MeasureWidth(output);
                Page.Write(
                    output,
                    StateText.Render(briefing, width).Concat(clocks.Count == 0 ? [] : ClocksText.Render(clocks, width))
                );
                break;
        }
    }
}
