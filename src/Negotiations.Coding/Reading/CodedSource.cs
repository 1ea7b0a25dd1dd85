using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>A coded file that can be read more than once.</summary>
/// <param name="File">Its name.</param>
/// <param name="LooksLikeArticle">Whether it seems to be that of an article; a look at its lines, no more.</param>
/// <param name="Read">Reads it; what is wrong is noted.</param>
internal sealed partial record CodedSource(
    string File,
    bool LooksLikeArticle,
    Func<List<CodingError>, YamlFields> Read
)
{
    public static CodedSource FromFile(string path) =>
        new(path, FindArticle(() => System.IO.File.ReadLines(path)), errors => YamlDocument.Read(path, errors));

    public static CodedSource FromText(CodedText text) =>
        new(text.File, FindArticle(() => text.Text.Split('\n')), errors => YamlDocument.Read(text, errors));

    private static bool FindArticle(Func<IEnumerable<string>> lines)
    {
        try
        {
            return lines().Any(line => FieldOfArticle().IsMatch(line));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is told when the file is read.
            return false;
        }
    }

    [GeneratedRegex("""^["']?(article|events)["']?\s*:""")]
    private static partial Regex FieldOfArticle();
}
