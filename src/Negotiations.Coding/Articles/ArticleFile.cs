using System.Text;

namespace Negotiations.Coding;

/// <summary>Reads a file that holds an article: plain text in UTF-8, or a web page.</summary>
public static class ArticleFile
{
    /// <summary>The article in a file; a file that is no text says why.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">Version of the rules by which it is read where it is a page.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ArticleText Read(string path, int rules) => Read(path, [rules]);

    /// <summary>The article in a file, read by several versions of the rules where it is a page.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rules">The versions, at least one; the first one's text has the others beside it.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ArticleText Read(string path, IReadOnlyList<int> rules)
    {
        try
        {
            if (!IsPage(path))
                return FromText(path, LimitedFile.ReadText(path, Limits.Text, "a text"));
            var bytes = LimitedFile.ReadBytes(path, Limits.Page, "a page");
            return ReadPage(path, bytes, rules[0]) with
            {
                OtherReadings = [.. rules.Skip(1).Select(other => ReadPage(path, bytes, other))],
            };
        }
        catch (UnfitFileException exception)
        {
            return Unreadable(path, exception.Message);
        }
    }

    /// <summary>The article in a file that somebody sends; a file that is no text says why.</summary>
    /// <param name="name">The name of the file, whose ending says whether it is a page.</param>
    /// <param name="content">Its bytes.</param>
    public static ArticleText Read(string name, byte[] content)
    {
        try
        {
            return IsPage(name)
                ? ReadPage(name, content, PageRules.Newest)
                : FromText(name, LimitedFile.ReadText(content));
        }
        catch (UnfitFileException exception)
        {
            return Unreadable(name, exception.Message);
        }
    }

    private static ArticleText ReadPage(string path, byte[] bytes, int rules)
    {
        if (!PageRules.IsKnown(rules))
            return Unreadable(
                path,
                $"its text was taken by version {rules} of the rules for pages, and this program knows them up to "
                    + $"version {PageRules.Newest}: use a newer one"
            ) with
            {
                PageRules = rules,
            };
        ArticlePage page;
        try
        {
            page = ArticlePage.Read(bytes, rules);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a page does to its reader, it hides no other file.
            return Unreadable(path, $"the page cannot be taken apart: {exception.Message}") with { PageRules = rules };
        }

        return Encoding.UTF8.GetByteCount(page.Text) > Limits.Text
            ? Unreadable(
                path,
                $"its text has more than {Limits.Format(Limits.Text)} bytes, the most that a text has"
            ) with
            {
                PageRules = rules,
            }
            : FromText(path, page.Text) with
            {
                Metadata = page.Metadata,
                PageRules = rules,
            };
    }

    private static ArticleText FromText(string path, string text)
    {
        try
        {
            return new(Path.GetFileName(path), new NormalisedText(text)) { Path = path };
        }
        catch (ArgumentException exception)
        {
            return Unreadable(path, $"it has characters that no text has: {exception.Message}");
        }
    }

    /// <summary>A file that cannot be read as an article, and why.</summary>
    internal static ArticleText Unreadable(string path, string problem) =>
        new(Path.GetFileName(path), null) { Path = path, Problem = problem };

    /// <summary>Whether a file is taken for a text of an article, by its ending.</summary>
    public static bool IsText(string path) =>
        IsPage(path) || Path.GetExtension(path).Equals(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is read as a web page, by its ending.</summary>
    public static bool IsPage(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm";
}
