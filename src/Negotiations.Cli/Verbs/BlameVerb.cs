using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>blame</c>: for each value, the reports behind it, against it, superseded and withdrawn.</summary>
internal static class BlameVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "blame",
            "Shows for each value the reports behind it, against it, superseded and withdrawn: "
                + "article, version, chain of attribution, place in the "
                + "text, and the corrections that touched them.",
            ("negotiations blame TALKS 2025-05/attendance/PERSON", "who says so, of one fact"),
            ("negotiations blame TALKS 2025-05/attendance --known-by \"May 14\"", "as known by the end of May 14"),
            ("negotiations blame TALKS --format json", "for other programs (docs/schema/blame.schema.json)")
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
                var blame = Blame.Trace(answer, log, FactKeys.Resolve(part, answer));
                if (blame.Facts.Count + blame.Vanished.Count == 0)
                    FactKeys.Require(blame.Prefix, blame.Answer);
                switch (format.Read(parsed))
                {
                    case OutputFormat.Json:
                        output.WriteJson(BlameJson.Write(blame));
                        break;
                    case OutputFormat.Markdown:
                        output.WriteLine(BlameMarkdown.Write(blame, part));
                        break;
                    default:
                        Page.Write(output, BlameText.Render(blame, part));
                        break;
                }

                return ExitCode.Fine;
            }
        );
        return verb;
    }
}
