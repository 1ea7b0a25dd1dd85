using System.Text;

namespace Negotiations.Coding;

/// <summary>Reads a file that holds an article: plain text in UTF-8, or a web page.</summary>
public static class ArticleFile
{
    /// <summary>The article in a file; a file that is no text says why.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ArticleText Read(string path)
    {
        try
        {
            return IsPage(path)
                ? ReadPage(path, LimitedFile.ReadBytes(path, Limits.Page, "a page"))
                : FromText(path, LimitedFile.ReadText(path, Limits.Text, "a text"));
        }
        catch (UnfitFileException exception)
        {
            return Unreadable(path, exception.Message);
        }
    }

    private static ArticleText ReadPage(string path, byte[] bytes)
    {
        ArticlePage page;
        try
        {
            using var stream = new MemoryStream(bytes);
            page = ArticlePage.Read(stream);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a page does to its reader, it hides no other file.
            return Unreadable(path, $"the page cannot be taken apart: {exception.Message}");
        }

        return Encoding.UTF8.GetByteCount(page.Text) > Limits.Text
            ? Unreadable(path, $"its text has more than {Limits.Format(Limits.Text)} bytes, the most that a text has")
            : FromText(path, page.Text) with
            {
                Metadata = page.Metadata,
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
