namespace Negotiations.Marten;

/// <summary>What stands in the stream of an article: identifiers only, nothing of what was reported.</summary>
public sealed record ArticleStream
{
    /// <summary>Name of the stream.</summary>
    public required string Stream { get; init; }

    /// <summary>The version of the stream up to which this goes.</summary>
    public required long Version { get; init; }

    /// <summary>Identifiers of the versions of the article, in the order of their intake.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The reports.</summary>
    public IReadOnlyList<ArticleReport> Reports { get; init; } = [];

    /// <summary>The corrections.</summary>
    public IReadOnlyList<ArticleCorrection> Corrections { get; init; } = [];

    /// <summary>Identifiers of the events that were erased.</summary>
    public IReadOnlyList<Guid> Erased { get; init; } = [];

    /// <summary>What stands in a stream.</summary>
    /// <param name="name">Name of the stream.</param>
    /// <param name="stream">The stream.</param>
    public static ArticleStream Of(string name, RecordedStream stream) =>
        stream.Events.Aggregate(
            new ArticleStream { Stream = name, Version = 0 }, (article, recorded) => article.With(recorded.Id, recorded.Version, recorded.Event))
        with { Version = stream.Version };

    /// <summary>This with one more event.</summary>
    /// <param name="id">Identifier of the event.</param>
    /// <param name="version">Its place in the stream.</param>
    /// <param name="event">The event; null for one that is not of this program.</param>
    public ArticleStream With(Guid id, long version, DomainEvent? @event) => @event switch
    {
        { Erased: true } => this with { Version = version },
        PayloadErased erased => this with
        {
            Version = version,
            Reports = [.. Reports.Where(report => report.Event != erased.Event)],
            Corrections = [.. Corrections.Where(correction => correction.Event != erased.Event)],
            Erased = [.. Erased, erased.Event],
        },
        ArticleVersionPublished published => this with { Version = version, Versions = [.. Versions, published.Version] },
        Report report => this with { Version = version, Reports = [.. Reports, new(id, report.Version, report.Id)] },
        Correction correction => this with { Version = version, Corrections = [.. Corrections, new(id, correction.Id, correction.By, correction.Target, correction.On)] },
        _ => this with { Version = version },
    };

    /// <summary>Whether a version is the one that came in last.</summary>
    /// <param name="version">Identifier of the version.</param>
    public bool IsLast(string version) => Versions.Count > 0 && Versions[^1] == version;

    /// <summary>The coder's correction after which another one of the same target and with the same <c>on</c> would be a conflict.</summary>
    /// <param name="target">Identifier of the event that is corrected.</param>
    /// <param name="on">The correction on which the new one builds; null for the first.</param>
    public ArticleCorrection? InTheWayOf(Guid target, Guid? on) =>
        Corrections.FirstOrDefault(correction => correction.By == CorrectionBy.Coder && correction.Target == target && correction.On == on);
}
