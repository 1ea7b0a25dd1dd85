using System.Text;

namespace Negotiations.Coding;

/// <summary>Reads a file that holds an article: plain text in UTF-8, or a web page.</summary>
public static class ArticleFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The article in a file; a file that is no text says why.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static ArticleText Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            if (!IsPage(path))
                return FromText(path, Utf8.GetString(WithoutMark(bytes)));
            using var stream = new MemoryStream(bytes);
            var page = ArticlePage.Read(stream);
            return FromText(path, page.Text) with { Metadata = page.Metadata };
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, "it is not UTF-8 text");
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;

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
