namespace Negotiations.Coding;

/// <summary>The files in which somebody holds articles.</summary>
public static class ArticleFiles
{
    /// <summary>
    /// The texts in files, and in folders with all that is below them: <c>.txt</c>, <c>.html</c>, <c>.htm</c>, and
    /// whatever has the name that the coded file of a version gives.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="versions">Every version that the store has.</param>
    /// <exception cref="CodingException">A path does not exist.</exception>
    /// <remarks>
    /// What cannot be opened, and in a folder what is no regular file, is a text that says why it cannot be read.
    /// </remarks>
    public static ArticleTextIndex Read(IReadOnlyList<string> paths, IReadOnlyList<ArticleVersionPublished> versions)
    {
        var missing = paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0)
            throw new CodingException([
                .. missing.Select(path => new CodingError(path, 0, "", "there is no such file or folder")),
            ]);

        var names = versions
            .Select(version => Path.GetFileName(version.Text.File))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var closed = new List<ArticleText>();
        var files = paths
            .SelectMany(path =>
                File.Exists(path)
                    ? [path]
                    : ArticleFolder
                        .Files(path, closed.Add)
                        .Where(file => ArticleFile.IsText(file) || names.Contains(Path.GetFileName(file)))
            )
            .DistinctBy(Path.GetFullPath)
            .Order(StringComparer.Ordinal)
            .ToList();
        // A version is read by its own rules; those of the first version stand first.
        var rules = versions.Select(version => version.Text.RulesForPages).DefaultIfEmpty(PageRules.Newest);
        List<int> allRules = [.. rules.Distinct().Order()];
        var given = paths.ToHashSet(StringComparer.Ordinal);
        // A folder can hold far more than one store knows: one file after the other is read, and only what belongs to a
        // version is kept.
        return new ArticleTextIndex(
            files.Select(file => Read(file, allRules, given.Contains(file))).Concat(closed),
            versions
        );
    }

    private static ArticleText Read(string path, IReadOnlyList<int> rules, bool isGiven)
    {
        try
        {
            // A pipe that stands in a folder would keep whoever opens it waiting; as one that was given it is meant.
            return isGiven || ArticleFolder.HasContent(path)
                ? ArticleFile.Read(path, rules)
                : ArticleFile.Unreadable(path, "it is empty, or no regular file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ArticleFile.Unreadable(path, exception.Message);
        }
    }
}
