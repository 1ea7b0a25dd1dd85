namespace Negotiations.Formats;

/// <summary>
/// The text of an article version, for whoever holds it and may share it; null where it is not held or is not that
/// text.
/// </summary>
/// <param name="version">The version.</param>
public delegate NormalisedText? QuoteProvider(ArticleVersionPublished version);
