using System.Text;

namespace Negotiations.Coding;

/// <summary>Reads a file that holds an article: plain text in UTF-8, or a web page.</summary>
public static class ArticleFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
        var isPage = IsPage(path);
        var limit = isPage ? ArticleLimits.PageBytes : ArticleLimits.TextBytes;
        if (ReadBytes(path, limit) is not { } bytes)
            return Unreadable(
                path,
                $"it is larger than {limit >> 20} MB, the most that a {(isPage ? "page" : "text")} may have"
            );
        if (isPage)
            return ReadPage(path, bytes, rules[0]) with
            {
                OtherReadings = [.. rules.Skip(1).Select(other => ReadPage(path, bytes, other))],
            };
        try
        {
            return FromText(path, Utf8.GetString(WithoutMark(bytes)));
        }
        catch (DecoderFallbackException)
        {
            return Unreadable(path, "it is not UTF-8 text");
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
        var page = ArticlePage.Read(bytes, rules);
        return FromText(path, page.Text) with { Metadata = page.Metadata, PageRules = rules };
    }

    // A pipe has no length before it is read.
    private static byte[]? ReadBytes(string path, int limit)
    {
        using var file = File.OpenRead(path);
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        while (file.Read(buffer) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > limit)
                return null;
        }

        return bytes.ToArray();
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
