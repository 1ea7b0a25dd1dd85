namespace Negotiations;

/// <summary>A version of an article came out: the first event that a stream holds of that version.</summary>
/// <remarks>A version is an article, the hash of a text and a time known; the text itself is never stored.</remarks>
public sealed record ArticleVersionPublished : DomainEvent
{
    /// <summary>Identifier of the negotiation for which the article was coded.</summary>
    public required string Negotiation { get; init; }

    /// <summary>Identifier of the article, unique in its negotiation.</summary>
    public required string Article { get; init; }

    /// <summary>
    /// Name of this version in its article: given by the coder, or the first twelve digits of the hash.
    /// </summary>
    public required string Version { get; init; }

    /// <summary>The outlet that published this version.</summary>
    public required Name Outlet { get; init; }

    /// <summary>A title in our own words.</summary>
    public string? Title { get; init; }

    /// <summary>Language of the text, as a BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>Address of the article on the web.</summary>
    public string? Url { get; init; }

    /// <summary>The text, by name and hash.</summary>
    public required TextIdentity Text { get; init; }

    /// <summary>When a reader could know this version.</summary>
    public required Publication Published { get; init; }

    /// <summary>How the text came to its outlet: the tail of every chain of attribution in it.</summary>
    public IReadOnlyList<ChainLink> Chain { get; init; } = [];

    /// <summary>What became of the reports of the version before; null where nobody compared.</summary>
    public VersionComparison? Compared { get; init; }

    /// <summary>Who coded the article.</summary>
    public string? Coder { get; init; }
}
