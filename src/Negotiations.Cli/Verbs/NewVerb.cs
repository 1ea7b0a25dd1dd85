using System.CommandLine;
using System.Text;
using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>new</c>: begins the file of a negotiation, or the coded file of an article.</summary>
internal static class NewVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "new",
            "Begins a file for you to fill in: that of a negotiation, or, for the text or page of an article, "
                + "its coded file "
                + "with what the page says of it and the names that stand in the text. A file that is there already is "
                + "never touched.",
            ("negotiations new ferry", "ferry.negotiation.yaml"),
            ("negotiations new texts/quay-2031-04-02.html --talks ferry.negotiation.yaml", "quay-2031-04-02.yaml"),
            ("negotiations new texts/quay.txt --talks ferry --out coded/quay.yaml", "a negotiation that the store has")
        );
        var what = new Argument<string>("WHAT")
        {
            Description = "Identifier of a new negotiation, or the file of an article: .txt, .html or .htm",
        };
        var talks = new Option<string?>("--talks")
        {
            HelpName = "FILE|ID",
            Description = "For an article: the file of its negotiation, or the identifier",
        };
        var outFile = new Option<string?>("--out")
        {
            HelpName = "FILE",
            Description = "The file to write [default: named after the negotiation or the article, in this folder]",
        };
        var connection = new ConnectionOption();
        what.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(what);
        verb.Options.Add(talks);
        verb.Options.Add(outFile);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var subject = parsed.GetRequiredValue(what);
                var isArticle = File.Exists(subject);
                if (!isArticle && (ArticleFile.IsText(subject) || subject.Contains(Path.DirectorySeparatorChar)))
                    throw new WrongInputException($"there is no file '{subject}'");
                if (!isArticle && parsed.GetValue(talks) is not null)
                    throw new WrongInputException(
                        $"--talks says to which negotiation an article belongs, and there is no file '{subject}'"
                    );
                var target = parsed.GetValue(outFile)
                    ?? (isArticle ? $"{ArticleScaffold.SuggestId(subject)}.yaml" : $"{subject}.negotiation.yaml");
                if (Path.Exists(target))
                    throw new WrongInputException($"'{target}' is there already; name another file with --out");
                var text = isArticle
                    ? ArticleScaffold.Write(
                        ArticleFile.Read(subject, PageRules.Newest),
                        await FindTalksAsync(
                            parsed.GetValue(talks)
                                ?? throw new WrongInputException(
                                    "to which negotiation does the article belong? --talks names its file or identifier"
                                ),
                            connection.Read(parsed),
                            error,
                            cancellationToken
                        )
                    )
                    : NegotiationScaffold.Write(subject);
                await AtomicFile.WriteAsync(
                    target,
                    stream =>
                    {
                        stream.Write(Encoding.UTF8.GetBytes(text));
                        return true;
                    },
                    () =>
                        Path.Exists(target)
                            ? throw new WrongInputException(
                                $"'{target}' is there already; name another file with --out"
                            )
                            : Task.CompletedTask
                );
                output.WriteLine(target);
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static async Task<NegotiationDefined> FindTalksAsync(
        string talks,
        StoreAddress address,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(talks))
        {
            var batch = await CodedFiles.ReadAsync(
                [talks],
                _ => Task.FromResult<NegotiationDefined?>(null),
                cancellationToken: cancellationToken
            );
            return batch.Definitions is [var file]
                ? file.Definition
                : throw new WrongInputException($"--talks: '{talks}' is no file of a negotiation");
        }

        await using var definitions = new DefinitionSource(["."], address, error);
        return await definitions.FindAsync(talks, cancellationToken)
            ?? throw new WrongInputException(
                $"--talks: '{talks}' is neither a file nor a negotiation of this folder or of the store"
            );
    }
}
