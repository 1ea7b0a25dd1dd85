using System.CommandLine;
using Negotiations.Cli.Exports;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>score</c>: measures one coding of articles by another.</summary>
internal static class ScoreVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "score",
            "Measures one coding of the same articles by another: precision, recall and F1 by type, how often each "
                + "field is the same, which types are taken for which, and Cohen's kappa and Krippendorff's alpha.",
            ("negotiations score gold/ mine/", "two folders of coded files"),
            ("negotiations score gold.yaml mine.yaml talks.negotiation.yaml", "without a store"),
            ("negotiations score anna/ boris/ --format csv > agreement.csv", "for a spreadsheet"),
            ("negotiations score gold/ mine/ --format json", "for other programs (docs/schema/score.schema.json)"),
            (
                "negotiations score gold/ --behaviour --articles texts",
                "whether the language model that is configured follows the codebook"
            )
        );
        var gold = CreatePath("GOLD", "Coded file, or folder of them, that is taken for right");
        var coded = CreatePath("CODED", "Coded file, or folder of them, that is measured");
        coded.Arity = ArgumentArity.ZeroOrOne;
        var others = new Argument<string[]>("NEGOTIATION")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Files of negotiations that neither the others nor the store have",
        };
        var behaviour = new Option<bool>("--behaviour")
        {
            Description =
                "Asks the language model about the passages of GOLD with the types in another order, without "
                + "names, and with two definitions swapped; nothing has to be right for that",
        };
        var articles = new ArticlesOption("Folder with the texts, for files with words and for --behaviour");
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Csv);
        var connection = new ConnectionOption();
        others.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(gold);
        verb.Arguments.Add(coded);
        verb.Arguments.Add(others);
        verb.Options.Add(behaviour);
        verb.Options.Add(articles);
        verb.Options.Add(format);
        verb.Options.Add(connection);
        verb.Validators.Add(command =>
        {
            if (command.GetValue(behaviour) == command.GetValue(coded) is not null)
                command.AddError("name the coding that is measured, or --behaviour of a model");
            if (command.GetValue(behaviour) && command.GetValue(articles) is null)
                command.AddError("--behaviour needs the texts: give --articles FOLDER");
        });

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                OpenedStore? opened = null;
                try
                {
                    if (parsed.GetValue(behaviour))
                    {
                        var files = await CodedPair.ReadOneAsync(
                            parsed.GetRequiredValue(gold),
                            parsed.GetValue(others) ?? [],
                            ReadDefinitionAsync,
                            articles.Read(parsed),
                            cancellationToken
                        );
                        using var progress = new ProgressLine(error);
                        var score = await BehaviourRun.MeasureAsync(
                            files,
                            articles.Read(parsed)!,
                            progress,
                            cancellationToken
                        );
                        progress.Clear();
                        BehaviourRun.Write(output, score, format.Read(parsed));
                        return ExitCode.Fine;
                    }

                    var (right, measured) = await CodedPair.ReadAsync(
                        parsed.GetRequiredValue(gold),
                        parsed.GetValue(coded)!,
                        parsed.GetValue(others) ?? [],
                        ReadDefinitionAsync,
                        articles.Read(parsed),
                        cancellationToken
                    );
                    Write(ListParts(right, measured), format.Read(parsed), output, error);
                    return ExitCode.Fine;
                }
                finally
                {
                    if (opened is not null)
                        await opened.DisposeAsync();
                }

                async Task<NegotiationDefined?> ReadDefinitionAsync(string negotiation)
                {
                    opened ??= await StoreOpener.ForQuestionsAsync(connection.Read(parsed), error, cancellationToken);
                    return await FileIntake.ReadDefinitionAsync(opened.Store, negotiation, cancellationToken);
                }
            }
        );
        return verb;
    }

    // With suggestions seen and without, where the measured coding has both.
    private static IReadOnlyList<(string Part, CodingScore Score)> ListParts(
        IReadOnlyList<CodedFile> right,
        IReadOnlyList<CodedFile> measured
    ) =>
        measured.SelectMany(file => file.Article.Reports).Select(report => report.Proposed is null).Distinct().Count()
        == 2
            ?
            [
                ("all", Scorer.Measure(right, measured)),
                ("proposed", Scorer.Measure(right, measured, report => report.Proposed is not null)),
                ("unaided", Scorer.Measure(right, measured, report => report.Proposed is null)),
            ]
            : [("all", Scorer.Measure(right, measured))];

    private static Argument<string> CreatePath(string name, string description)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(MistypedOption.Refuse);
        return argument;
    }

    private static void Write(
        IReadOnlyList<(string Part, CodingScore Score)> parts,
        OutputFormat format,
        TextWriter output,
        TextWriter error
    )
    {
        if (parts[0].Score.NotInBoth is { Count: > 0 } missing)
            error.WriteLine($"negotiations: not measured, for only one coding has them: {string.Join(", ", missing)}");
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(ScoreJson.Write(parts));
                break;
            case OutputFormat.Csv:
                using (var bytes = new TextWriterStream(output.Unwrap()))
                    ScoreCsv.Write(bytes, parts);
                break;
            default:
                foreach (var (part, score) in parts)
                    Page.Write(output, ScoreText.Render(part, score));
                break;
        }
    }
}
