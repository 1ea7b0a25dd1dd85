namespace Negotiations.Coding;

/// <summary>The coded file of an article version.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">What it says.</param>
public sealed record CodedFile(string File, CodedArticle Article);
