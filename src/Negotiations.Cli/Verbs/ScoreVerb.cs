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
            ("negotiations score gold/ mine/ --format json", "for other programs (docs/schema/score.schema.json)")
        );
        var gold = CreatePath("GOLD", "Coded file, or folder of them, that is taken for right");
        var coded = CreatePath("CODED", "Coded file, or folder of them, that is measured");
        var others = new Argument<string[]>("NEGOTIATION")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Files of negotiations that neither the others nor the store have",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json, OutputFormat.Csv);
        var connection = new ConnectionOption();
        others.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(gold);
        verb.Arguments.Add(coded);
        verb.Arguments.Add(others);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                OpenedStore? opened = null;
                try
                {
                    var (right, measured) = await CodedPair.ReadAsync(
                        parsed.GetRequiredValue(gold),
                        parsed.GetRequiredValue(coded),
                        parsed.GetValue(others) ?? [],
                        ReadDefinitionAsync,
                        cancellationToken
                    );
                    IReadOnlyList<(string, CodingScore)> parts = [("all", Scorer.Measure(right, measured))];
                    Write(parts, format.Read(parsed), output, error);
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
