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
            .Select(NameForm.Compose)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                alike => alike.Key,
                alike => (IReadOnlyList<string>)[.. alike],
                StringComparer.OrdinalIgnoreCase
            );
        var closed = new List<ArticleText>();
        var given = paths.Where(path => !Directory.Exists(path)).ToHashSet(StringComparer.Ordinal);
        var files = given
            .Concat(
                paths
                    .Where(Directory.Exists)
                    .SelectMany(path =>
                        FolderContent.ListFiles(path, (folder, problem) =>
                            closed.Add(ArticleFile.Unreadable(folder, problem))
                        )
                    )
            )
            .Select(path => (Path: path, Name: FileNames.Match(path, names)))
            .Where(file => given.Contains(file.Path) || ArticleFile.IsText(file.Path) || names.ContainsKey(file.Name))
            // A file with two names that versions have is each of them; any other is read once.
            .DistinctBy(file => (IdentifyFile(file.Path), names.ContainsKey(file.Name) ? file.Name : ""))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        // A version is read by its own rules; those of the first version stand first.
        var rules = versions.Select(version => version.Text.RulesForPages).DefaultIfEmpty(PageRules.Newest);
        List<int> allRules = [.. rules.Distinct().Order()];
        // A folder can hold far more than one store knows: one file after the other is read, and only what belongs to a
        // version is kept.
        return new ArticleTextIndex(
            files.Select(file => Read(file.Path, allRules, given.Contains(file.Path)).Named(file.Name)).Concat(closed),
            versions
        );
    }

    // What leads nowhere is itself.
    private static object IdentifyFile(string path)
    {
        try
        {
            return FolderContent.Identify(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return path;
        }
    }

    private static ArticleText Read(string path, IReadOnlyList<int> rules, bool isGiven)
    {
        try
        {
            // A pipe that stands in a folder would keep whoever opens it waiting; as one that was given it is meant.
            return isGiven || FolderContent.HasContent(path)
                ? ArticleFile.Read(path, rules)
                : ArticleFile.Unreadable(path, "it is empty, or no regular file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ArticleFile.Unreadable(path, exception.Message);
        }
    }
}
