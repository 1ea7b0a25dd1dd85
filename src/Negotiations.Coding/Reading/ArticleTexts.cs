using System.Text;

namespace Negotiations.Coding;

/// <summary>The texts of articles, as their holder keeps them in a folder.</summary>
/// <param name="folder">The folder.</param>
public sealed class ArticleTexts(string folder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of an article version by the name in its coded file; null where the folder does not hold it.</summary>
    public NormalisedText? Find(ArticleVersionPublished version)
    {
        // Only the last part of the name counts: a coded file cannot point outside the folder.
        var path = version.Text.File is { } name ? Path.Combine(folder, Path.GetFileName(name)) : null;
        return path is not null && File.Exists(path) ? new NormalisedText(File.ReadAllText(path, Utf8)) : null;
    }

    /// <summary>What in a coded article does not fit its text; nothing where the text is not held.</summary>
    public IEnumerable<CodingError> Check(CodedFile file)
    {
        var version = file.Article.Version;
        if (!TryFind(version, out var text, out var problem))
            yield return new(file.File, 0, "text.file", $"the text in '{version.Text.File}' cannot be read: {problem}");
        if (text is null) yield break;
        if (text.Identity().Sha256 != version.Text.Sha256)
        {
            yield return new(file.File, 0, "text.sha256", $"the text in '{version.Text.File}' has the hash {text.Identity().Sha256}: it is another version, or was changed");
            yield break;
        }

        if (text.Length != version.Text.Length)
            yield return new(file.File, 0, "text.length", $"the text has {text.Length} code points, not {version.Text.Length}");
        var spans = version.Chain.Select((link, i) => (Span: link.Span, Where: $"chain[{i}]"))
            .Concat(file.Article.Reports.SelectMany(report => report.Evidence
                .Select((span, i) => (Span: (TextSpan?)span, Where: $"{report.Id}: evidence[{i}]"))
                .Concat(report.Chain.Select((link, i) => (link.Span, Where: $"{report.Id}: chain[{i}]")))));
        foreach (var (span, where) in spans)
        {
            if (span is not null && !text.Matches(span))
                yield return new(file.File, 0, where, $"the hash of the span from {span.Start} to {span.End} does not match the text");
        }
    }

    private bool TryFind(ArticleVersionPublished version, out NormalisedText? text, out string? problem)
    {
        (text, problem) = (null, null);
        try
        {
            text = Find(version);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
        }
        catch (DecoderFallbackException)
        {
            problem = "it is not UTF-8 text";
        }

        return problem is null;
    }
}
