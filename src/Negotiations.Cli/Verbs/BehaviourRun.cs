using Negotiations.Assistant;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>score --behaviour</c>: how the configured model takes changes of the codebook.</summary>
internal static class BehaviourRun
{
    // A sentence and a little around it: what stands before and after the evidence.
    private const int Around = 120;

    /// <summary>Asks the model about every passage of coded articles whose text is held.</summary>
    /// <exception cref="WrongInputException">No model is named, or no text is held.</exception>
    public static async Task<BehaviourScore> MeasureAsync(
        IReadOnlyList<CodedFile> files,
        ArticleTextFolder texts,
        IProgress<ModelProgress> progress,
        CancellationToken cancellationToken
    )
    {
        var settings = ModelSettings.Read(Environment.GetEnvironmentVariable)
            ?? throw new WrongInputException(
                "--behaviour: no model is named; set NEGOTIATIONS_MODEL_URL and NEGOTIATIONS_MODEL"
            );
        var passages = (
            from file in files
            let text = texts.FindExact(file.Article.Version)
            where text is not null
            from report in file.Article.Reports
            let span = report.Evidence[0]
            select (
                text.Slice(span.Start, span.End),
                text.Slice(Math.Max(0, span.Start - Around), Math.Min(text.Length, span.End + Around))
            )
        )
            .Distinct()
            .ToList();
        return passages.Count > 0
            ? await ModelBehaviour.MeasureAsync(
                settings,
                TypeDefinitions.Read(Codebook.Default),
                passages,
                new AnswerCache(Path.Combine(DataFolder.Default, "answers")),
                progress,
                cancellationToken
            )
            : throw new WrongInputException("--articles: the folder holds no text of these articles");
    }

    /// <summary>Writes what was measured.</summary>
    public static void Write(TextWriter output, BehaviourScore score, OutputFormat format)
    {
        IReadOnlyList<(string Name, string Meaning, double? Share)> figures =
        [
            ("legal", "answers that are a type of the codebook", score.Legal),
            ("sameInOtherOrder", "answers that stay when the types come in the opposite order", score.SameInOtherOrder),
            ("sameWithoutNames", "answers that stay when the names of the types say nothing", score.SameWithoutNames),
            ("followsSwapped", "answers that follow when two definitions are swapped", score.FollowsSwapped),
        ];
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteJson(
                    AnswerJson.Write(writer =>
                    {
                        writer.WriteStartObject();
                        writer.WriteNumber("passages", score.Passages);
                        foreach (var figure in figures)
                        {
                            if (figure.Share is { } share)
                                writer.WriteNumber(figure.Name, share);
                            else
                                writer.WriteNull(figure.Name);
                        }

                        writer.WriteEndObject();
                    })
                );
                break;
            case OutputFormat.Csv:
                output.WriteLine("name,share");
                foreach (var figure in figures)
                    output.WriteLine($"{figure.Name},{ScoreNumber.FormatShort(figure.Share)}");
                break;
            default:
                output.WriteLine($"{score.Passages} passages, {score.Use.Asked} questions asked:");
                foreach (var figure in figures)
                    output.WriteLine($"  {ScoreNumber.FormatShort(figure.Share)}  {figure.Meaning}");
                break;
        }
    }
}
