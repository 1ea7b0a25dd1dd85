using System.CommandLine;
using System.Text.Json.Nodes;
using Negotiations.Assistant;
using Negotiations.Cli.Messages;
using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
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
        var definition = new Argument<string?>("NEGOTIATION-FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "File of the negotiation, where the store does not have it",
        };
        var talks = new Option<string?>("--talks") { HelpName = "TALKS", Description = "The negotiation in the store" };
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
        var outlet = new Option<string?>("--outlet")
        {
            HelpName = "NAME",
            Description = "The outlet [default: what the page says]",
        };
        var published = new Option<string?>("--published")
        {
            HelpName = "TIME",
            Description = "When it came out [default: what the page says]",
        };
        var id = new Option<string?>("--id")
        {
            HelpName = "ID",
            Description = "Identifier of the article [default: the outlet and the day]",
        };
        var output = new OutOption("Where the draft goes [default: the standard output]");
        var connection = new ConnectionOption();
        file.Validators.Add(MistypedOption.Refuse);
        definition.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(file);
        verb.Arguments.Add(definition);
        foreach (
            var option in new Option[] { talks, mapping, text, source, skip, outlet, published, id, output, connection }
        )
            verb.Options.Add(option);
        verb.Validators.Add(command =>
        {
            if ((command.GetValue(definition) is null) == (command.GetValue(talks) is null))
                command.AddError("name either the file of the negotiation, or --talks of the store");
        });

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (standard, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                output.RequireNew(parsed);
                var submitted = Read(parsed.GetRequiredValue(file));
                var known = parsed.GetValue(definition) is { } path
                    ? await NegotiationInUse.ReadAsync(path, cancellationToken)
                    : await NegotiationInUse.ReadAsync(
                        parsed.GetValue(talks)!,
                        connection.Read(parsed),
                        texts: null,
                        error,
                        cancellationToken
                    );
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
                        known.Definition,
                        imported,
                        annotated,
                        submitted.File,
                        (parsed.GetValue(outlet), parsed.GetValue(published), parsed.GetValue(id))
                    );
                var draft = DraftWriter.Write(head, imported.Events);
                await output.WriteAsync(parsed, standard, draft);
                var open = await DraftCheck.ReadAsync(
                    new(parsed.GetValue(output) ?? Draft, draft),
                    known.Definition,
                    textFile is null ? null : new(Path.GetDirectoryName(Path.GetFullPath(textFile))!),
                    cancellationToken
                );
                foreach (var line in ImportedDraftText.Describe(imported, open))
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
        NegotiationDefined definition,
        ImportedDraft imported,
        AnnotatedText? annotated,
        string file,
        (string? Outlet, string? Published, string? Id) given
    )
    {
        var article = annotated?.Article ?? new ArticleText(Path.GetFileName(file), imported.Text);
        var head = ArticleHead.Read(definition, article, given.Outlet, given.Published, given.Id).Write();
        if (annotated is null)
            head["text"]!.AsObject().Remove("file");
        return head;
    }
}
