using System.CommandLine;
using System.Text.Json.Nodes;
using Negotiations.Assistant;
using Negotiations.Cli.Messages;
using Negotiations.Cli.Options;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>import</c>: makes a draft of what was annotated with another tool.</summary>
internal static class ImportVerb
{
    private const string Draft = "draft.yaml";

    public static Verb Create()
    {
        var verb = new Verb(
            "import",
            "Makes a draft of annotations that another tool wrote: INCEpTION (UIMA CAS JSON, WebAnno TSV "
                + "3.3), brat (.ann beside .txt), hypothes.is and others (W3C Web Annotation). A mapping says which "
                + "labels are which event types, and what becomes which field; what it does not name is counted and "
                + "left out. Nothing is decided: review the draft with 'negotiations review'. What 'negotiations "
                + "export' wrote as annotations or cas needs no mapping.",
            (
                "negotiations import quay.ann ferry.negotiation.yaml --mapping brat.mapping.yaml --outlet \"The Quay\" "
                    + "--published 2031-04-02T18:30 --out quay.yaml",
                "brat; the text is quay.txt beside it"
            ),
            (
                "negotiations import quay.json --talks ferry --mapping inception.mapping.yaml --text quay.txt "
                    + "--outlet \"The Quay\" --published 2031-04-02",
                "a CAS, with the text, so that the draft shows words"
            ),
            (
                "negotiations import notes.json --talks ferry --mapping tags.mapping.yaml --text quay.html "
                    + "--source https://quay.example/talks --skip-unplaced",
                "the annotations of one page"
            ),
            (
                "negotiations import annotations.jsonld --talks ferry --source quay-2031-04-02",
                "one article of an export of this program"
            )
        );
        var file = new Argument<string>("FILE") { Description = "The annotations" };
        var options = new DraftOptions("The negotiation in the store");
        var mapping = new Option<string?>("--mapping")
        {
            HelpName = "FILE",
            Description = "What the labels and features mean (docs/import.md)",
        };
        var text = new Option<string?>("--text")
        {
            HelpName = "FILE",
            Description = "The text or page that was annotated [default: brat's .txt; that in a CAS]",
        };
        var source = new Option<string?>("--source")
        {
            HelpName = "ADDRESS",
            Description = "The page whose annotations are read, where the file has those of several",
        };
        var skip = new Option<bool>("--skip-unplaced")
        {
            Description = "Leaves annotations out that have no exact place in the text, and lists them",
        };
        options.AddTo(verb, file, [mapping, text, source, skip], []);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                options.Output.RequireNew(parsed);
                var submitted = Read(parsed.GetRequiredValue(file));
                var known = await options.ReadNegotiationAsync(parsed, texts: null, error, cancellationToken);
                var textFile = parsed.GetValue(text) ?? FindBeside(submitted.File);
                var annotated = textFile is null ? null : AnnotatedText.Read(textFile);
                var imported = ImportedDraft.Read(
                    submitted,
                    new()
                    {
                        Mapping = parsed.GetValue(mapping) is { } rules ? ImportMapping.Read(rules) : null,
                        Text = annotated,
                        Source = parsed.GetValue(source),
                        SkipsUnplaced = parsed.GetValue(skip),
                    }
                );
                var head = imported.Head
                    ?? ComposeHead(
                        article => options.ReadHead(parsed, known.Definition, article),
                        imported,
                        annotated,
                        submitted.File
                    );
                var draft = DraftWriter.Write(head, imported.Events);
                await options.Output.WriteAsync(parsed, standard, draft);
                var open = await DraftChecks.FindAsync(
                    DraftFile.Read(new SubmittedFile(parsed.GetValue(options.Output) ?? Draft, draft)),
                    known.Definition,
                    textFile is null ? null : new ArticleTextFolder(Path.GetDirectoryName(Path.GetFullPath(textFile))!),
                    cancellationToken
                );
                DraftOptions.TellUnknownOutlet(known.Definition, head["outlet"]!.ToString(), error);
                var wrong = open.OrderBy(errors => errors.Key).SelectMany(errors => errors).ToList();
                foreach (var line in ImportedDraftText.Describe(imported, wrong))
                    error.WriteLine($"negotiations: {line}");
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static SubmittedFile Read(string path)
    {
        if (!File.Exists(path))
            throw new WrongInputException($"there is no file '{path}'");
        try
        {
            return new(path, LimitedFile.ReadText(path, Limits.Annotations, "a file of annotations"));
        }
        catch (UnfitFileException exception)
        {
            throw new WrongInputException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static string? FindBeside(string path) =>
        Path.GetExtension(path).Equals(".ann", StringComparison.OrdinalIgnoreCase)
        && Path.ChangeExtension(path, ".txt") is var beside
        && File.Exists(beside)
            ? beside
            : null;

    // A text that stands in the annotations alone has no file that a replay could look for.
    private static JsonObject ComposeHead(
        Func<ArticleText, ArticleHead> read,
        ImportedDraft imported,
        AnnotatedText? annotated,
        string file
    )
    {
        var article = annotated?.Article ?? new ArticleText(Path.GetFileName(file), imported.Text);
        var head = read(article).Write();
        if (annotated is null)
            head["text"]!.AsObject().Remove("file");
        return head;
    }
}
