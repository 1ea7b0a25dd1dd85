using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>check</c>: what a replay would say of coded files, without a store.</summary>
internal static class CheckVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "check",
            "Says of coded files what a replay into an empty store would say, with line and column, and needs "
                + "no store. "
                + "The file of the negotiation is found beside them where it is not named. Exit code 2 where something "
                + "is wrong; hints alone are none.",
            ("negotiations check quay-2031-04-02.yaml --articles texts", "one coded file, with its text"),
            ("negotiations check my-negotiation/ --articles texts", "a folder of them"),
            ("negotiations check my-negotiation/ --format json", "for other programs (docs/schema/check.schema.json)")
        );
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = "Coded files, and folders of them",
        };
        var articles = new ArticlesOption("Folder with the texts of the articles: words are found, and spans checked");
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        paths.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(paths);
        verb.Options.Add(articles);
        verb.Options.Add(format);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var output = parsed.InvocationConfiguration.Output;
                CodingCheck check;
                using (var progress = new ProgressLine(parsed.InvocationConfiguration.Error))
                {
                    check = await CodingCheck.RunAsync(
                        parsed.GetRequiredValue(paths),
                        articles.Read(parsed),
                        progress,
                        cancellationToken
                    );
                    progress.Clear();
                }

                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(CheckJson.Write(check));
                else
                    Write(output, check);
                return check.Errors.Count == 0 ? ExitCode.Fine : ExitCode.WrongUse;
            }
        );
        return verb;
    }

    private static void Write(TextWriter output, CodingCheck check)
    {
        foreach (var error in check.Errors)
            output.WriteLine(Format(error.File, error.Line, error.Column, error.Field, error.Message));
        foreach (var warning in check.Warnings)
            output.WriteLine(
                Format(warning.File, warning.Line, warning.Column, "warning: " + warning.Field, warning.Message)
            );
        if (check.TextsNotHeld.Count > 0)
            output.WriteLine($"text not held, so spans not checked: {string.Join(", ", check.TextsNotHeld)}");
        output.WriteLine(
            $"{QuestionWords.Count(check.Files, "file")}: {QuestionWords.Count(check.Errors.Count, "error")}, "
                + QuestionWords.Count(check.Warnings.Count, "hint")
        );
    }

    // As compilers write it, so that editors find the place.
    private static string Format(string file, int line, int column, string field, string message) =>
        file
        + (line > 0 ? $":{line}" : "")
        + (line > 0 && column > 0 ? $":{column}" : "")
        + $": {(field.Length > 0 ? $"{field}: " : "")}{message}";
}
