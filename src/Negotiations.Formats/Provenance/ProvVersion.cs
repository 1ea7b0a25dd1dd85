namespace Negotiations.Formats;

/// <summary>A version of an article with its event.</summary>
/// <param name="Recorded">The event.</param>
/// <param name="Version">The version, with the time of publication that counts.</param>
public sealed record ProvVersion(RecordedEvent Recorded, ArticleVersionPublished Version);
