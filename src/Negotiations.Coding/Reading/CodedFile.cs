namespace Negotiations.Coding;

/// <summary>The coded file of an article version.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">What it says.</param>
/// <param name="Lines">The line of each field, such as <c>events[3].evidence[0]</c>. Only errors need them, and they
/// take more memory than all that the file says; so they are looked up when they are asked for.</param>
public sealed record CodedFile(string File, CodedArticle Article, Lazy<IReadOnlyDictionary<string, int>> Lines)
{
    /// <summary>An error at a field of the file.</summary>
    public CodingError Error(string field, string message) =>
        new(File, Lines.Value.GetValueOrDefault(field), field, message);
}
