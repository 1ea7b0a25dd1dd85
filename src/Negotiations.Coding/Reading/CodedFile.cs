namespace Negotiations.Coding;

/// <summary>The coded file of an article version.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">What it says.</param>
/// <param name="Lines">The line of each field, such as <c>events[3].evidence[0]</c>.</param>
public sealed record CodedFile(string File, CodedArticle Article, IReadOnlyDictionary<string, int> Lines)
{
    /// <summary>An error at a field of the file.</summary>
    public CodingError Error(string field, string message) => new(File, Lines.GetValueOrDefault(field), field, message);
}
