using System.CommandLine;
using System.Globalization;
using Negotiations.Cli.Options;
using Negotiations.Cli.Review;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>review</c>: decides the proposals of a draft.</summary>
internal static class ReviewVerb
{
    public static Verb Create(TextReader input)
    {
        var verb = new Verb(
            "review",
            "Walks through the proposals of a draft: accept, edit, reject, add. Every step is saved at once, so "
                + "it can be "
                + "stopped at any time and goes on there. Nothing is decided beforehand, and 'replay' takes only what "
                + "was accepted.",
            ("negotiations review draft.yaml talks.negotiation.yaml --articles texts", "one by one, in reading order"),
            ("negotiations review draft.yaml --articles texts --type CeasefireProposed", "one type after the other"),
            ("negotiations review draft.yaml --articles texts --least 0.8", "the surest ones, to accept together (A)"),
            ("negotiations review draft.yaml --list", "what is open, and what was decided how")
        );
        var file = new Argument<string>("FILE") { Description = "The draft" };
        var negotiation = new Argument<string?>("NEGOTIATION-FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "File of the negotiation, where the store does not have it",
        };
        var articles = new ArticlesOption(
            "Folder with the text of the article, whose sentences are shown [default: that of FILE]"
        );
        var reviewer = new Option<string?>("--reviewer")
        {
            HelpName = "NAME",
            Description = "Who decides; it is kept with each report [default: the name of the user]",
        };
        var type = new Option<string?>("--type") { HelpName = "TYPE", Description = "Only proposals of a type" };
        var by = new Option<string?>("--by") { HelpName = "RULE", Description = "Only those of a rule, or of a model" };
        var least = new Option<double?>("--least")
        {
            HelpName = "0..1",
            Description = "Only those of at least this confidence",
        };
        var list = new Option<bool>("--list") { Description = "Lists the proposals and decides nothing" };
        var connection = new ConnectionOption();
        file.Validators.Add(MistypedOption.Refuse);
        negotiation.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(file);
        verb.Arguments.Add(negotiation);
        foreach (var option in new Option[] { articles, reviewer, type, by, least, list, connection })
            verb.Options.Add(option);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var path = parsed.GetRequiredValue(file);
                var draft = DraftFile.Read(path);
                var chosen = draft
                    .Events.Where(proposal => proposal.By is not null)
                    .Where(proposal => parsed.GetValue(type) is not { } wanted || proposal.Type == wanted)
                    .Where(proposal => parsed.GetValue(by) is not { } rule || proposal.By!.Contains(rule))
                    .Where(proposal => parsed.GetValue(least) is not { } sure || proposal.Confidence >= sure)
                    .ToList();
                if (chosen.Count == 0)
                    error.WriteLine($"negotiations: {TellWhyNothing(draft, path)}");
                if (parsed.GetValue(list))
                {
                    foreach (var proposal in chosen)
                        output.WriteLine(Describe(proposal));
                    return ExitCode.Fine;
                }

                var definition = await ReadDefinitionAsync();
                var texts = articles.Read(parsed) ?? new ArticleTextFolder(FolderOf(path));
                var text = draft.Names.TextFile is { } name ? texts.FindFile(name) : null;
                if (text is null)
                    error.WriteLine(
                        $"negotiations: no sentences are shown, for the text '{draft.Names.TextFile}' is not there; "
                            + "give its folder (--articles FOLDER)"
                    );
                var saved = new SavedDraft(path, draft.Text);
                var session = new ReviewSession(
                    draft,
                    parsed.GetValue(reviewer) ?? Environment.UserName,
                    definition,
                    texts
                );
                var review = new TerminalReview(session, text, new ReviewKeys(input, output), output, draft =>
                    saved.WriteAsync(draft.Text)
                );
                await review.RunAsync(
                    [.. chosen.Where(proposal => proposal.IsOpen).Select(proposal => proposal.Place)],
                    cancellationToken
                );
                error.WriteLine($"negotiations: {Count(session.Draft)}");
                return ExitCode.Fine;

                async Task<NegotiationDefined> ReadDefinitionAsync()
                {
                    if (parsed.GetValue(negotiation) is { } given)
                        return (await NegotiationInUse.ReadAsync(given, cancellationToken)).Definition;
                    var talks = draft.Names.Negotiation
                        ?? throw new WrongInputException($"{path}: 'negotiation' is missing at its top");
                    return (
                        await NegotiationInUse.ReadAsync(talks, connection.Read(parsed), null, error, cancellationToken)
                    ).Definition;
                }
            }
        );
        return verb;
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static string TellWhyNothing(DraftFile draft, string path)
    {
        var proposals = draft.Events.Where(proposal => proposal.By is not null).ToList();
        return proposals.Count == 0
            ? $"{path} has no proposals; 'negotiations code' writes a draft that has"
            : "none of the "
                + $"{proposals.Count} proposals is one of those; there are "
                + string.Join(", ", proposals.Select(proposal => proposal.Type).Distinct());
    }

    private static string Describe(DraftEvent proposal)
    {
        var decision = proposal.Decision is { } decided ? EnumText.Format(decided) : "open";
        var confidence = (proposal.Confidence ?? 0).ToString("0.00", CultureInfo.InvariantCulture);
        var reason = proposal.Reason is { } why ? $": {why}" : "";
        return $"{decision, -9}{confidence}  {proposal.Type}  {proposal.Find("summary")}  ({proposal.Id}){reason}";
    }

    private static string Count(DraftFile draft)
    {
        var proposals = draft.Events.Where(proposal => proposal.By is not null).ToList();
        return $"{proposals.Count(proposal => proposal.Decision == ReviewDecision.Accepted)} accepted, "
            + $"{proposals.Count(proposal => proposal.Decision == ReviewDecision.Rejected)} rejected, "
            + $"{proposals.Count(proposal => proposal.IsOpen)} open";
    }
}
