namespace Negotiations.Marten;

/// <summary>A report in the stream of an article.</summary>
/// <param name="Event">Identifier of its event.</param>
/// <param name="Version">Identifier of the version of the article.</param>
/// <param name="Id">Its identifier in that version.</param>
public sealed record ArticleReport(Guid Event, string Version, string Id);
