namespace Negotiations.Marten;

/// <summary>A correction in the stream of an article.</summary>
/// <param name="Event">Identifier of its event.</param>
/// <param name="Id">Its identifier in the article.</param>
/// <param name="By">Who corrects.</param>
/// <param name="Target">Identifier of the event that it corrects.</param>
/// <param name="On">The coder's correction on which it builds; null for the first, and for a publisher's.</param>
public sealed record ArticleCorrection(Guid Event, string Id, CorrectionBy By, Guid Target, Guid? On);
