using System.CommandLine;
using Negotiations.Cli.Errors;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>replay</c>: takes coded articles and negotiation files into the store.</summary>
internal static class ReplayVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "replay",
            "Takes coded articles and negotiation files into the store, in the order of publication. Everything is checked before "
                + "anything is taken in; what is there already is left alone. A file that says otherwise than the store is refused.",
            ("negotiations replay seeds", "all coded files in a folder"),
            ("negotiations replay talks.negotiation.yaml courier-2031-04-02.yaml", "a negotiation and one article of it"),
            ("negotiations replay seeds --articles texts", "checks every span against the texts of the articles as well"));
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Coded files, and folders of them" };
        var articles = new Option<string?>("--articles")
        {
            HelpName = "FOLDER",
            Description = "Folder with the texts of the articles; a span that does not match its text is an error",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        paths.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(paths);
        verb.Options.Add(articles);
        verb.Options.Add(format);
        verb.Options.Add(connection);

        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var texts = parsed.GetValue(articles);
            if (texts is not null && !Directory.Exists(texts)) throw new WrongUseException($"--articles: there is no folder '{texts}'");
            await using var opened = await OpenStore.ForIntakeAsync(connection.Read(parsed), error, cancellationToken);
            using var progress = new ProgressLine(error);
            var result = await Replay.RunAsync(
                opened.Store, parsed.GetRequiredValue(paths), texts is null ? null : new ArticleTexts(texts), progress, cancellationToken);
            progress.Clear();
            if (format.Read(parsed) == OutputFormat.Json) output.WriteLine(ReplayJson.Of(result));
            else Page.Write(output, ReplayText.Of(result));
            if (result.TextsNotHeld.Count > 0) error.WriteLine($"negotiations: text not held, so spans not checked: {string.Join(", ", result.TextsNotHeld)}");
            if (result.Differences.Count == 0) return ExitCode.Fine;
            error.WriteLine("negotiations: the coded files say otherwise than the store; nothing was taken in from them. "
                + "A coding that was replayed is corrected by a correction, not by an edit of its file.");
            return ExitCode.Found;
        });
        return verb;
    }
}
