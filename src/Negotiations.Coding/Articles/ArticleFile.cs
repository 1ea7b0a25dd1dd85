using System.Text;

namespace Negotiations.Coding;

/// <summary>Reads a file that holds an article: plain text in UTF-8, or a web page.</summary>
public static class ArticleFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The article in a file; a file that is no text says why.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static HeldText Read(string path)
    {
        var name = Path.GetFileName(path);
        if (IsPage(path))
        {
            using var file = File.OpenRead(path);
            var page = ArticlePage.Read(file);
            return new(name, new NormalisedText(page.Text)) { Metadata = page.Metadata };
        }

        try
        {
            return new(name, new NormalisedText(File.ReadAllText(path, Utf8)));
        }
        catch (DecoderFallbackException)
        {
            return new(name, null) { Problem = "it is not UTF-8 text" };
        }
    }

    /// <summary>Whether a file is taken for a text of an article, by its ending.</summary>
    public static bool IsText(string path) => IsPage(path) || Path.GetExtension(path).Equals(".txt", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file is read as a web page, by its ending.</summary>
    public static bool IsPage(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm";
}
