using System.CommandLine;
using Negotiations.Cli.Exports;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>positions</c>: where each side stands on each issue.</summary>
internal static class PositionsVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "positions",
            "Shows where each side stands on each issue, and what it said before.",
            ("negotiations positions TALKS --known-by \"May 14\"", "as known by the end of May 14"),
            ("negotiations positions TALKS --since \"May 14\"", "what has moved since then"),
            ("negotiations positions TALKS --format markdown", "a table to paste; csv for spreadsheets"),
            ("negotiations positions TALKS --format json", "for other programs (docs/schema/positions.schema.json)")
        );
        var talks = new TalksArguments();
        var clocks = new ClockOptions();
        var since = new Option<string?>("--since")
        {
            HelpName = "TIME",
            Description = "Beside what was known by then: which lines are new, have moved, are others or are gone",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Csv);
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        clocks.AddTo(verb);
        verb.Options.Add(since);
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
                var (negotiation, _) = await talks.FindAsync(parsed, opened.Store, cancellationToken);
                var table = await opened.Store.ReadPositionsAsync(
                    clocks.Read(parsed, negotiation.Negotiation),
                    parsed.GetValue(since),
                    cancellationToken
                );
                Write(output, table, format.Read(parsed));
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static void Write(TextWriter output, PositionTable table, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(PositionsJson.Write(table));
                break;
            case OutputFormat.Markdown:
                output.WriteLine(PositionsMarkdown.Write(table));
                break;
            case OutputFormat.Csv:
                using (var bytes = new TextWriterStream(output.Unwrap()))
                    PositionsCsv.Write(bytes, table);
                break;
            default:
                Page.Write(output, PositionsText.Render(table, Page.MeasureWidth(output)));
                break;
        }
    }
}
