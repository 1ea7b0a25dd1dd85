namespace Negotiations.Formats;

/// <summary>An article behind a briefing.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Words">Title, outlet and time of publication.</param>
public sealed record BriefingArticle(string Id, string Words);
