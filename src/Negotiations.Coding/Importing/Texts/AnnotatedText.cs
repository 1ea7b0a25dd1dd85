namespace Negotiations.Coding;

/// <summary>The text of the article to which annotations belong.</summary>
/// <param name="Article">The text, normalised.</param>
/// <param name="Raw">The text as other tools read its file; of a page its text.</param>
public sealed record AnnotatedText(ArticleText Article, string Raw)
{
    /// <summary>Reads it: plain text, or a web page.</summary>
    /// <exception cref="WrongInputException">It is not there, or cannot be read as a text.</exception>
    public static AnnotatedText Read(string path)
    {
        if (!File.Exists(path))
            throw new WrongInputException($"there is no file '{path}'");
        var article = ArticleFile.Read(path, PageRules.Newest);
        if (article.Text is not { } text)
            throw new WrongInputException($"{path}: {article.Problem}");
        return new(article, ArticleFile.IsPage(path) ? text.Value : LimitedFile.ReadText(path, Limits.Text, "a text"));
    }

    /// <summary>A text that is in no file of its own.</summary>
    /// <exception cref="ArgumentException">It holds half a character.</exception>
    internal static AnnotatedText From(string file, string raw) =>
        new(new ArticleText(file, new NormalisedText(raw)), raw);

    internal NormalisedText Text => Article.Text!;

    /// <summary>The ways in which tools count offsets in it, the one that the format prescribes first.</summary>
    internal IEnumerable<TextOffsets> ListOffsets(OffsetUnit first)
    {
        var second = first == OffsetUnit.Utf16 ? OffsetUnit.CodePoints : OffsetUnit.Utf16;
        yield return new(Raw, first, Text);
        // Some programs read CR LF as one character before they count.
        var lines = Raw.Replace("\r\n", "\n");
        if (lines.Length < Raw.Length)
            yield return new(lines, first, Text);
        if (Raw.Any(char.IsSurrogate))
        {
            yield return new(Raw, second, Text);
            if (lines.Length < Raw.Length)
                yield return new(lines, second, Text);
        }
    }
}
