namespace Negotiations.Marten;

/// <summary>What is known of the stream of an article without reading it: identifiers only, nothing of what was reported.</summary>
public sealed record ArticleStream
{
    /// <summary>Name of the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>The version of the stream up to which this goes.</summary>
    public required long Version { get; init; }

    /// <summary>Identifiers of the versions of the article, in the order of their intake.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>What stands in a stream.</summary>
    /// <param name="name">Name of the stream.</param>
    /// <param name="stream">The stream.</param>
    public static ArticleStream Of(string name, RecordedStream stream) =>
        stream.Events.Aggregate(
            new ArticleStream { Stream = name, Version = 0 }, (article, recorded) => article.With(recorded.Version, recorded.Event))
        with { Version = stream.Version };

    /// <summary>This with one more event.</summary>
    /// <param name="version">Its place in the stream.</param>
    /// <param name="event">The event; null for one that is not of this program.</param>
    public ArticleStream With(long version, DomainEvent? @event) => @event switch
    {
        ArticleVersionPublished { Erased: false } published => this with { Version = version, Versions = [.. Versions, published.Version] },
        _ => this with { Version = version },
    };

    /// <summary>Whether a version of the article is there.</summary>
    /// <param name="version">Identifier of the version.</param>
    public bool Has(string version) => Versions.Contains(version);

    /// <summary>Whether a version is the one that came in last.</summary>
    /// <param name="version">Identifier of the version.</param>
    public bool IsLast(string version) => Versions.Count > 0 && Versions[^1] == version;
}
