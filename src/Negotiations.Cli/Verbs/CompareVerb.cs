using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>compare</c>: proposes what became of the reports of an earlier version of an article.</summary>
internal static class CompareVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "compare",
            "Proposes the block 'compared:' of a new version of an article from the texts of both "
                + "versions: which reports it carries, "
                + "replaces and drops. Nothing is taken in; paste the block into the coded file before "
                + "you replay it. A passage is never "
                + "taken for one that only reads the same: what the texts do not tell is left out.",
            (
                "negotiations compare courier-2031-04-02b.yaml --articles texts",
                "with the version before, as the store has it"
            ),
            ("negotiations compare new.yaml old.yaml talks.negotiation.yaml --articles texts", "without a store"),
            (
                "negotiations compare new.yaml --articles texts --with 3f2a7a3b8f10",
                "with another version than the one before"
            ),
            (
                "negotiations compare new.yaml --articles texts --format json",
                "for other programs (docs/schema/compare.schema.json)"
            )
        );
        var file = new Argument<string>("FILE")
        {
            Description = "Coded file of the new version, with or without reports",
        };
        var others = new Argument<string[]>("OTHERS")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Coded files that the store does not have: of the version before, of the negotiation",
        };
        var articles = new ArticlesOption("Folder with the texts of both versions") { Required = true };
        var with = new Option<string?>("--with")
        {
            HelpName = "VERSION",
            Description = "The version to compare with [default: the one that came out right before]",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        file.Validators.Add(MistypedOption.Refuse);
        others.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(file);
        verb.Arguments.Add(others);
        verb.Options.Add(articles);
        verb.Options.Add(with);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var texts = articles.Read(parsed)!;
                OpenedStore? opened = null;
                try
                {
                    var proposed = await VersionComparer.CompareAsync(
                        OpenAsync,
                        parsed.GetRequiredValue(file),
                        parsed.GetValue(others) ?? [],
                        texts,
                        parsed.GetValue(with),
                        cancellationToken
                    );
                    if (format.Read(parsed) == OutputFormat.Json)
                        output.WriteJson(ProposedComparisonJson.Write(proposed));
                    else
                        output.WriteLine(ProposedComparisonYaml.Write(proposed));
                    return ExitCode.Fine;
                }
                finally
                {
                    if (opened is not null)
                        await opened.DisposeAsync();
                }

                async Task<IEventStore> OpenAsync() =>
                    (
                        opened ??= await StoreOpener.ForQuestionsAsync(
                            connection.Read(parsed),
                            error,
                            cancellationToken
                        )
                    ).Store;
            }
        );
        return verb;
    }
}
