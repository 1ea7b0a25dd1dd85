using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>acts</c>: the keys of acts that are in use.</summary>
internal static class ActsVerb
{
    private const int Most = 20;

    public static Verb Create()
    {
        var verb = new Verb(
            "acts",
            "Lists the acts of a negotiation with their keys, so that a further report of an act takes the key "
                + "that the "
                + "others have. With words, those acts that have the most of them come first: in the key, the "
                + "summaries, "
                + "the actors or the types.",
            ("negotiations acts TALKS", "all acts, the latest first"),
            ("negotiations acts TALKS ceasefire Monday", "the likeliest of an act, by words"),
            ("negotiations acts TALKS offer --format json", "for other programs (docs/schema/acts.schema.json)")
        );
        var talks = new Argument<string>("TALKS")
        {
            Description = "Negotiation: its identifier, the beginning of it, or a part of its title",
        };
        var words = new Argument<string[]>("WORDS")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Words of the act, in any form and order",
        };
        var all = new Option<bool>("--all") { Description = "Lists them all, not only the first 20" };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        talks.Validators.Add(MistypedOption.Refuse);
        words.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(talks);
        verb.Arguments.Add(words);
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
                var defined = await opened.Store.ReadDefinedAsync(cancellationToken);
                var negotiation = TalksFinder.Find(parsed.GetRequiredValue(talks), defined);
                var answer = await opened.Store.AnswerAsync(new Question(negotiation.Negotiation), cancellationToken);
                var wanted = parsed.GetValue(words) is { Length: > 0 } said ? string.Join(' ', said) : null;
                var names = new NameIndex(answer.Definition);
                var acts = ActInUse.FindAll(answer.Reports.Select(visible => visible.Report), names, wanted);
                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(ActsJson.Write(negotiation.Negotiation, wanted, acts));
                else
                    Write(output, acts, names, parsed.GetValue(all) ? acts.Count : Most, wanted);
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static void Write(
        TextWriter output,
        IReadOnlyList<ActInUse> acts,
        NameIndex names,
        int most,
        string? wanted
    )
    {
        if (acts.Count == 0)
            output.WriteLine(wanted is null ? "No acts yet." : $"No act has any of these words: {wanted}.");
        foreach (var act in acts.Take(most))
        {
            output.WriteLine(act.Act);
            var about = new[]
            {
                string.Join(", ", act.Types),
                string.Join(", ", act.Actors.Select(names.DisplayName)),
                act.Happened is null ? "" : DateWords.Describe(act.Happened),
                string.Join(", ", act.Rounds),
                QuestionWords.Count(act.Reports, "report"),
            };
            output.WriteLine($"    {string.Join(" · ", about.Where(part => !string.IsNullOrEmpty(part)))}");
            output.WriteLine($"    {act.Summary}");
        }

        if (acts.Count > most)
            output.WriteLine($"… and {acts.Count - most} more; --all shows them");
    }
}
