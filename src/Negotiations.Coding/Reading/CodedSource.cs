using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>A coded file that can be read more than once.</summary>
/// <param name="File">Its name.</param>
/// <param name="LooksLikeArticle">Whether it seems to be that of an article; a look at its lines, no more.</param>
/// <param name="Read">Reads it; what is wrong is noted.</param>
internal sealed partial record CodedSource(string File, bool LooksLikeArticle, Func<List<CodingError>, YamlFields> Read)
{
    public static CodedSource FromFile(string path)
    {
        if (FileStatus.Read(path) is not { IsRegular: false })
            return new(path, LooksLike(path), errors => YamlDocument.Read(path, errors));
        // A pipe can be read only once.
        var errors = new List<CodingError>();
        return YamlDocument.ReadText(path, errors) is { } text ? FromText(text) : new(path, false, found =>
            {
                found.AddRange(errors);
                return YamlDocument.Empty(path, found);
            });
    }

    public static CodedSource FromText(SubmittedFile text) =>
        new(text.File, text.Text.Split('\n').Any(IsFieldOfArticle), errors => YamlDocument.Read(text, errors));

    // What cannot be looked at is told when the file is read.
    private static bool LooksLike(string path)
    {
        try
        {
            return new FileInfo(path).Length <= Limits.CodedFile
                && System.IO.File.ReadLines(path).Any(IsFieldOfArticle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsFieldOfArticle(string line) => FieldOfArticle().IsMatch(line);

    [GeneratedRegex("""^["']?(article|events)["']?\s*:""")]
    private static partial Regex FieldOfArticle();
}
