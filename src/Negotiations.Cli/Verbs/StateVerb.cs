using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>state</c>: the state of a negotiation at a point of the three clocks.</summary>
internal static class StateVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "state",
            "Shows the state of a negotiation: what was known, what had happened, what was recorded by a time.",
            ("negotiations state TALKS --known-by \"May 14\"", "what a reader could know by the end of May 14"),
            ("negotiations state TALKS --happened-by 2025-05-14", "what we now know had happened by then"),
            ("negotiations state TALKS --recorded-by 150", "what this store answered at position 150"),
            ("negotiations state TALKS 2025-05/attendance", "only who comes and who does not"),
            ("negotiations state TALKS --actor NAME --issue ceasefire", "what concerns somebody, on one issue"),
            ("negotiations state TALKS --format markdown", "a briefing to paste"),
            ("negotiations state TALKS --format json", "for other programs (docs/schema/state.schema.json)")
        );
        var talks = new TalksArguments("FACT", FactWords.Describe("2025-05/attendance"));
        var clocks = new ClockOptions();
        var subjects = new SubjectOptions();
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Markdown);
        var all = new Option<bool>("--all")
        {
            Description = "Shows statements whole, not only how many there are of whom",
        };
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        clocks.AddTo(verb);
        subjects.AddTo(verb);
        verb.Options.Add(all);
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
                var filter = subjects.Read(parsed) with { Key = part };
                if (
                    format.Read(parsed) == OutputFormat.Json
                    && await opened.Store.FindStateAsync(question, filter, cancellationToken) is { } state
                )
                {
                    output.WriteJson(AnswerJson.Write(state));
                    return ExitCode.Fine;
                }

                var answer = await opened.Store.AnswerAsync(question, cancellationToken);
                Write(output, filter.Apply(answer), format.Read(parsed), parsed.GetValue(all));
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static void Write(TextWriter output, FoundFacts found, OutputFormat format, bool all)
    {
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(AnswerJson.Write(found.Answer));
                break;
            case OutputFormat.Markdown:
                output.WriteLine(StateMarkdown.Write(BriefingBuilder.Build(found, all)));
                break;
            default:
                Page.Write(output, StateText.Render(BriefingBuilder.Build(found, all), Page.MeasureWidth(output)));
                break;
        }
    }
}
