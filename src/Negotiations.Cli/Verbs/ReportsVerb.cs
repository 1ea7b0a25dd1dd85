using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>reports</c>: the reports themselves.</summary>
internal static class ReportsVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "reports",
            "Lists the reports of a negotiation under the same clocks as its state.",
            ("negotiations reports TALKS --type AttendanceDeclined", "everyone who was said not to come"),
            (
                "negotiations reports TALKS --actor NAME --known-by \"May 14\"",
                "what somebody took part in, as known by the end of May 14"
            ),
            ("negotiations reports TALKS --issue ceasefire --side PARTY", "what a side said on an issue"),
            ("negotiations reports TALKS --text \"defence minister\"", "by words, in any order, also of offices"),
            ("negotiations reports TALKS --act KEY --withdrawn", "all reports of an act, also those taken back"),
            (
                "negotiations reports TALKS --text ceasefire --format json",
                "for other programs (docs/schema/reports.schema.json)"
            )
        );
        var talks = new TalksArguments();
        var clocks = new ClockOptions();
        var filter = new FilterOptions();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        clocks.AddTo(verb);
        filter.AddTo(verb);
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
                var (question, log) = await opened.Store.ReadQuestionAndLogAsync(
                    clocks.Read(parsed, negotiation.Negotiation),
                    cancellationToken
                );
                var (answer, wanted) = (Answer.To(question, log), filter.Read(parsed));
                Write(output, answer, wanted, wanted.Apply(answer, log), format.Read(parsed));
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static void Write(
        TextWriter output,
        Answer answer,
        ReportFilter filter,
        IReadOnlyList<FoundReport> reports,
        OutputFormat format
    )
    {
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(ReportsJson.Write(answer, filter, reports));
                break;
            case OutputFormat.Markdown:
                output.WriteLine(ReportsMarkdown.Write(answer, filter, reports));
                break;
            default:
                Page.Write(output, ReportsText.Render(answer, filter, reports, Page.MeasureWidth(output)));
                break;
        }
    }
}
