using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>diff</c>: what changed between two answers.</summary>
internal static class DiffVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "diff",
            "Shows what changed between two answers on one clock, exactly: the change applied to the "
                + "first gives the second.",
            ("negotiations diff TALKS --from \"May 14\" --to \"May 15\"", "what became known on 15 May"),
            (
                "negotiations diff TALKS --clock recorded --from 150 --to 160",
                "what this store answered otherwise ten positions later"
            ),
            (
                "negotiations diff TALKS 2025-05/attendance --from 2025-05-13 --to 2025-05-15 --format markdown",
                "side by side, to paste"
            ),
            (
                "negotiations diff TALKS --from \"May 14\" --to \"May 15\" --format json",
                "a patch (docs/schema/diff.schema.json)"
            )
        );
        var talks = new TalksArguments("FACT", FactWords.Describe("2025-05/attendance"));
        var sides = new DiffBoundsOptions();
        var clocks = new ClockOptions();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        sides.AddTo(verb);
        clocks.AddTo(verb);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                var (negotiation, part) = await talks.FindAsync(parsed, opened.Store, cancellationToken);
                var (from, to) = sides.Read(parsed, clocks.Read(parsed, negotiation.Negotiation));
                var comparison = AnswerDiff.Compare(
                    sides.ReadClock(parsed),
                    part,
                    await AnswerAsync(from),
                    await AnswerAsync(to)
                );
                if (comparison.IsWithoutFacts)
                    FactKeys.Require(comparison.Prefix, comparison.To);
                switch (format.Read(parsed))
                {
                    case OutputFormat.Json:
                        output.WriteJson(DiffJson.Write(comparison));
                        break;
                    case OutputFormat.Markdown:
                        output.WriteLine(DiffMarkdown.Write(comparison));
                        break;
                    default:
                        Page.Write(output, DiffText.Render(comparison));
                        break;
                }

                return ExitCode.Fine;

                async Task<Answer> AnswerAsync(QuestionText side) =>
                    (
                        await opened.Store.AskAboutAsync(
                            await opened.Store.ReadQuestionAsync(side, cancellationToken),
                            part,
                            cancellationToken
                        )
                    ).Answer;
            }
        );
        return verb;
    }
}
