namespace Negotiations;

/// <summary>One version of an article as coded: what its coded file says, with the names resolved.</summary>
/// <param name="Version">The version.</param>
/// <param name="Reports">Its reports, in the order of the file.</param>
public sealed record CodedArticle(ArticleVersionPublished Version, IReadOnlyList<Report> Reports)
{
    /// <summary>
    /// Corrections of the article's reports, of the version, and of other corrections, in the order of the file.
    /// </summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>
    /// What the corrections name, as it is written: for the identifier of each event the field and the text.
    /// </summary>
    public IReadOnlyDictionary<Guid, (string Field, string Text)> Named { get; init; } =
        new Dictionary<Guid, (string Field, string Text)>();

    /// <summary>
    /// The coding with the reports of the version that a stream has and this does not: what is added to it, not in its
    /// place.
    /// </summary>
    /// <param name="stream">The article's stream as it stands.</param>
    public CodedArticle AddedTo(RecordedStream stream)
    {
        var own = Reports.Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Reports =
            [
                .. stream
                    .Events.Select(recorded => recorded.Event)
                    .OfType<Report>()
                    .Where(report => report.Version == Version.Version && !own.Contains(report.Id)),
                .. Reports,
            ],
        };
    }

    /// <summary>The stream of the article.</summary>
    public string Stream => StreamName.ForArticle(Version.Negotiation, Version.Article);
}
