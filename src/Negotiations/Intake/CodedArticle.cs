namespace Negotiations;

/// <summary>One version of an article as coded: what its coded file says, with the names resolved.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reports">Its reports, in the order of the file.</param>
public sealed record CodedArticle(ArticleVersionPublished Version, IReadOnlyList<Report> Reports)
{
    /// <summary>Corrections of the article's reports, of the version, and of other corrections, in the order of the file.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What the corrections name, as it is written: for the identifier of each event the field and the text.</summary>
    public IReadOnlyDictionary<Guid, (string Field, string Text)> Named { get; init; } = new Dictionary<Guid, (string Field, string Text)>();

    /// <summary>The stream of the article.</summary>
    public string Stream => StreamName.OfArticle(Version.Negotiation, Version.Article);
}
