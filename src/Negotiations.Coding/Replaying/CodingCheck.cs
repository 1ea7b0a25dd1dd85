namespace Negotiations.Coding;

/// <summary>What a replay of coded files would say, found without a store.</summary>
/// <param name="Files">How many files were read.</param>
/// <param name="Errors">What is wrong; of files that cannot be read at all, and then of what they say.</param>
/// <param name="Warnings">What is allowed, and is mostly a mistake.</param>
/// <param name="TextsNotHeld">The articles whose texts the folder does not hold.</param>
public sealed record CodingCheck(
    int Files,
    IReadOnlyList<CodingError> Errors,
    IReadOnlyList<LintWarning> Warnings,
    IReadOnlyList<string> TextsNotHeld
)
{
    /// <summary>Checks coded files as a replay into an empty store does.</summary>
    /// <param name="paths">Coded files, and folders of them. The files of their negotiations are looked for beside
    /// them.</param>
    /// <param name="texts">The texts of the articles; null: spans are not checked, and words cannot be.</param>
    /// <param name="checks">Told of each file when it is read, and when it is checked.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public static async Task<CodingCheck> RunAsync(
        IReadOnlyList<string> paths,
        ArticleTextFolder? texts = null,
        IProgress<ReplayProgress>? checks = null,
        CancellationToken cancellationToken = default
    )
    {
        var files = 0;
        try
        {
            var found = CodedFiles.Find(paths);
            files = found.Count;
            var result = await Replay.RehearseAsync(
                new EmptyEventStore(),
                [.. found, .. DefinitionsBeside.ListMissing(found)],
                texts,
                checks: checks,
                cancellationToken: cancellationToken
            );
            return new(files, [], result.Warnings, result.TextsNotHeld);
        }
        catch (CodingException exception)
        {
            return new(files, exception.Errors, [], []);
        }
    }
}
