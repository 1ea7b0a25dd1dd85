namespace Negotiations;

/// <summary>What a page says of the article that it shows, as it says it; null where it is silent.</summary>
/// <remarks>
/// The properties of schema.org's NewsArticle: headline, datePublished, dateModified, publisher, inLanguage, url.
/// </remarks>
public sealed record ArticleMetadata
{
    /// <summary>The headline.</summary>
    public string? Headline { get; init; }

    /// <summary>When it was published: a day or a time of ISO 8601.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed: a day or a time of ISO 8601.</summary>
    public string? Modified { get; init; }

    /// <summary>Name of the outlet.</summary>
    public string? Outlet { get; init; }

    /// <summary>Language, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Address on the web.</summary>
    public string? Url { get; init; }
}
