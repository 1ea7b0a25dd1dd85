using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>history</c>: each change of the facts over time.</summary>
internal static class HistoryVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "history",
            "Shows each change of a fact as it became known: before, after, and the reports behind "
                + "it; and the corrections in force, "
                + "with the values that they replaced.",
            ("negotiations history TALKS 2025-05/attendance/PERSON", "how one fact came to be known"),
            (
                "negotiations history TALKS 2025-05/attendance --known-by \"May 14\"",
                "all who come or do not, up to the end of May 14"
            ),
            ("negotiations history TALKS --format json", "for other programs (docs/schema/history.schema.json)")
        );
        var talks = new TalksArguments("FACT", FactWords.Describe("2025-05/attendance/PERSON"));
        var clocks = new ClockOptions();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
        var connection = new ConnectionOption();
        talks.AddTo(verb);
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
                var question = await opened.Store.ReadQuestionAsync(
                    clocks.Read(parsed, negotiation.Negotiation),
                    cancellationToken
                );
                var (answer, log) = await opened.Store.AskAboutAsync(question, part, cancellationToken);
                var history = AnswerHistory.Trace(answer, log, FactKeys.Resolve(part, answer));
                if (history.Changes.Count + history.Corrections.Count == 0)
                    FactKeys.Require(history.Prefix, history.Answer);
                switch (format.Read(parsed))
                {
                    case OutputFormat.Json:
                        output.WriteJson(HistoryJson.Write(history));
                        break;
                    case OutputFormat.Markdown:
                        output.WriteLine(HistoryMarkdown.Write(history, part));
                        break;
                    default:
                        Page.Write(output, HistoryText.Render(history, part, Page.MeasureWidth(output)));
                        break;
                }

                return ExitCode.Fine;
            }
        );
        return verb;
    }
}
