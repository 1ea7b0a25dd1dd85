using System.CommandLine;
using Negotiations.Assistant;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>code</c>: proposes a coding of an article, for somebody to review.</summary>
internal static class CodeVerb
{
    private const string Rules = "rules";
    private const string Model = "model";
    private const string Both = "both";

    public static Verb Create()
    {
        var verb = new Verb(
            "code",
            "Proposes a coding of an article: a draft in which nothing is decided. Review it with "
                + "'negotiations review', and replay it then. The rules need no network; a language model "
                + "is asked only where "
                + "NEGOTIATIONS_MODEL_URL and NEGOTIATIONS_MODEL name one and --with asks for it.",
            (
                "negotiations code courier.txt talks.negotiation.yaml --outlet Courier --published 2031-04-02T18:30",
                "a text, without a store"
            ),
            ("negotiations code page.html --talks harbour --out draft.yaml", "a page, with the acts in the store"),
            ("negotiations code page.html --talks harbour --with both", "by rules and by a language model")
        );
        var article = new Argument<string>("ARTICLE") { Description = "The article: plain text, or a saved web page" };
        var options = new DraftOptions(
            "The negotiation in the store; with it, the acts that it may be about are proposed too"
        );
        var with = new Option<string>("--with")
        {
            HelpName = $"{Rules}|{Model}|{Both}",
            Description = "Who proposes",
            DefaultValueFactory = _ => Rules,
        };
        with.AcceptOnlyFromAmong(Rules, Model, Both);
        var articles = new ArticlesOption(
            "Folder with the texts of other articles, to find those with nearly the same text"
        );
        options.AddTo(verb, article, [], [with]);
        verb.Options.Add(articles);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                options.Output.RequireNew(parsed);
                var read = ReadArticle(parsed.GetRequiredValue(article));
                var known = await options.ReadNegotiationAsync(parsed, articles.Read(parsed), error, cancellationToken);
                var head = options.ReadHead(parsed, known.Definition, read.Text);
                var context = new ArticleContext
                {
                    Published = new(head.Published, PublicationBasis.Stated),
                    Outlet = head.Outlet,
                    Round = head.Round,
                    Entries = read.Entries,
                    Acts = known.Acts,
                    Texts = known.Texts,
                };
                using var progress = new ProgressLine(error);
                var draft = await ProposeAsync(
                    parsed.GetRequiredValue(with),
                    read.Text.Text!,
                    context,
                    known.Definition,
                    progress,
                    cancellationToken
                );
                progress.Clear();
                draft = await AcceptableDraft.FindAsync(
                    head,
                    draft,
                    new ArticleTextFolder(Path.GetDirectoryName(Path.GetFullPath(parsed.GetRequiredValue(article)))!),
                    cancellationToken
                );
                await options.Output.WriteAsync(
                    parsed,
                    standard,
                    DraftComposer.Write(head.Write(), draft, read.Text.Text!)
                );
                DraftOptions.TellUnknownOutlet(known.Definition, head.Outlet, error);
                error.WriteLine($"negotiations: {CountProposals(draft)}");
                foreach (var line in DraftWords.Describe(draft))
                    error.WriteLine($"negotiations: {line}");
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static string CountProposals(Draft draft) =>
        draft.Proposals.Count switch
        {
            0 => "nothing is proposed: code by hand what the article reports",
            1 => "1 proposal; decide it with 'negotiations review'",
            var count => $"{count} proposals; decide them with 'negotiations review'",
        };

    private static (ArticleText Text, IReadOnlyList<ArticlePageEntry> Entries) ReadArticle(string path)
    {
        if (!File.Exists(path))
            throw new WrongInputException($"there is no file '{path}'");
        var text = ArticleFile.Read(path, PageRules.Newest);
        if (text.Text is null)
            throw new WrongInputException($"{path}: {text.Problem}");
        return (text, ArticleFile.IsPage(path) ? ArticlePage.Read(File.ReadAllBytes(path)).Entries : []);
    }

    private static async Task<Draft> ProposeAsync(
        string with,
        NormalisedText text,
        ArticleContext context,
        NegotiationDefined definition,
        ProgressLine progress,
        CancellationToken cancellationToken
    )
    {
        var codebook = Codebook.Default;
        var byRules =
            with == Model ? null : new RulesCoder(codebook).Propose(text, context, definition, cancellationToken);
        if (with == Rules)
            return byRules!;
        var settings = ModelSettings.Read(Environment.GetEnvironmentVariable)
            ?? throw new WrongInputException(
                $"--with {with}: no model is named; set NEGOTIATIONS_MODEL_URL and NEGOTIATIONS_MODEL"
            );
        var byModel = await new ModelCoder(
            settings,
            TypeDefinitions.Read(codebook),
            new AnswerCache(Path.Combine(DataFolder.Default, "answers"))
        ).ProposeAsync(text, context, definition, progress, cancellationToken);
        return byRules is null ? byModel : CombinedDraft.Combine(byRules, byModel);
    }
}
