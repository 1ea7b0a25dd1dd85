namespace Negotiations.Coding;

/// <summary>The files in which somebody holds articles.</summary>
public static class ArticleFiles
{
    /// <summary>
    /// The texts in files, and in folders with all that is below them: <c>.txt</c>, <c>.html</c>, <c>.htm</c>, and whatever
    /// has the name that the coded file of a version gives.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="versions">Every version that the store has.</param>
    /// <exception cref="CodingException">A path does not exist.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static HeldTexts Read(IReadOnlyList<string> paths, IReadOnlyList<ArticleVersionPublished> versions)
    {
        var missing = paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0) throw new CodingException([.. missing.Select(path => new CodingError(path, 0, "", "there is no such file or folder"))]);

        var names = versions.Select(version => Path.GetFileName(version.Text.File)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var files = paths
            .SelectMany(path => File.Exists(path)
                ? [path]
                : Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => ArticleFile.IsText(file) || names.Contains(Path.GetFileName(file))))
            .DistinctBy(Path.GetFullPath)
            .Order(StringComparer.Ordinal);
        // A folder can hold far more than one store knows: one file after the other is read, and only what belongs to a version is kept.
        return new HeldTexts(files.Select(ArticleFile.Read), versions);
    }
}
