using System.CommandLine;
using System.Text;
using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>anchor</c>: writes positions and hashes in the place of words into coded files.</summary>
internal static class AnchorVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "anchor",
            "Finds the words of coded files in the texts of the articles and writes positions and hashes in "
                + "their place, "
                + "so that the files hold no sentence of an article and can be replayed without the texts. "
                + "Comments and "
                + "everything else stay as they are. Where words are not found once, nothing is written.",
            ("negotiations anchor quay-2031-04-02.yaml --articles texts", "one coded file"),
            ("negotiations anchor my-negotiation/ --articles texts --keep-words", "positions beside the words")
        );
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Coded files, and folders of them",
        };
        var articles = new ArticlesOption("Folder with the texts of the articles") { Required = true };
        var keep = new Option<bool>("--keep-words") { Description = "Leaves the words beside the positions" };
        var connection = new ConnectionOption();
        paths.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(paths);
        verb.Options.Add(articles);
        verb.Options.Add(keep);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var named = parsed.GetRequiredValue(paths);
                await using var definitions = new DefinitionSource(named, connection.Read(parsed), error);
                var files = await AnchoredFile.CreateAsync(
                    named,
                    id => definitions.FindAsync(id, cancellationToken),
                    articles.Read(parsed)!,
                    parsed.GetValue(keep),
                    cancellationToken
                );
                foreach (var file in files.Where(file => file.Places > 0))
                    AtomicFile.RequireWritable(file.File);
                foreach (var file in files)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (file.Places > 0)
                        await AtomicFile.WriteAsync(file.File, stream =>
                        {
                            stream.Write(Encoding.UTF8.GetBytes(file.Text));
                            return true;
                        });
                    output.WriteLine(
                        $"{file.File}: "
                            + (
                                file.Places == 0
                                    ? "nothing to do"
                                    : $"{QuestionWords.Count(file.Places, "place")} written"
                            )
                    );
                }

                return ExitCode.Fine;
            }
        );
        return verb;
    }
}
