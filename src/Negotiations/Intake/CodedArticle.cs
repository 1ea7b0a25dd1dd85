namespace Negotiations;

/// <summary>One version of an article as coded: what its coded file says, with the names resolved.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reports">Its reports, in the order of the file.</param>
public sealed record CodedArticle(ArticleVersionPublished Version, IReadOnlyList<Report> Reports)
{
    /// <summary>The stream of the article.</summary>
    public string Stream => StreamName.OfArticle(Version.Negotiation, Version.Article);
}
