namespace Negotiations.Coding;

/// <summary>A folder in which somebody holds articles.</summary>
internal static class ArticleFolder
{
    /// <summary>The files in a folder and in all that is below it.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="closed">Is told of each folder that cannot be read.</param>
    public static IReadOnlyList<string> Files(string folder, Action<ArticleText> closed)
    {
        try
        {
            string[] folders = Directory.GetDirectories(folder);
            return [.. Directory.GetFiles(folder), .. folders.SelectMany(below => Files(below, closed))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            closed(ArticleFile.Unreadable(folder, exception.Message));
            return [];
        }
    }

    /// <summary>
    /// Whether a file has bytes of its own: a pipe, a socket or a device has none, nor has an empty file.
    /// </summary>
    /// <exception cref="IOException">It leads nowhere.</exception>
    public static bool HasContent(string path) =>
        (File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path)).Length > 0;
}
