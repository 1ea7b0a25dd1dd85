using NodaTime;

namespace Negotiations;

/// <summary>The events of one negotiation up to a settled position, in the order of positions.</summary>
public sealed class NegotiationLog
{
    private readonly Dictionary<(string Article, string Version), ArticleVersionPublished> versions;

    /// <summary>Reads events.</summary>
    /// <param name="settled">The position up to which the log goes.</param>
    /// <param name="events">All events of the negotiation up to there.</param>
    public NegotiationLog(Settled settled, IReadOnlyList<RecordedEvent> events)
    {
        Settled = settled;
        Events = events;
        Definition = events.Select(recorded => recorded.Event).OfType<NegotiationDefined>().LastOrDefault();
        Zone = ZoneOf(Definition);
        versions = events
            .Select(recorded => recorded.Event)
            .OfType<ArticleVersionPublished>()
            .ToDictionary(version => (version.Article, version.Version));
    }

    /// <summary>The position up to which the log goes.</summary>
    public Settled Settled { get; }

    /// <summary>The events.</summary>
    public IReadOnlyList<RecordedEvent> Events { get; }

    /// <summary>The negotiation's own file as it stands at that position; null where the negotiation is not yet defined.</summary>
    public NegotiationDefined? Definition { get; }

    /// <summary>The zone of the talks, in which days begin and end.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The zone of the talks as it was defined first.</summary>
    public DateTimeZone FirstZone => ZoneOf(Events.Select(recorded => recorded.Event).OfType<NegotiationDefined>().FirstOrDefault());

    /// <summary>The versions of articles that a reader could know by a time, by what was known first.</summary>
    public IEnumerable<ArticleVersionPublished> VersionsKnownBy(Instant? time) =>
        versions.Values
            .Where(version => IsKnown(version.Published, time))
            .OrderBy(version => version.Published.Time)
            .ThenBy(version => version.Article, StringComparer.Ordinal)
            .ThenBy(version => version.Version, StringComparer.Ordinal);

    /// <summary>The reports that a reader could know by a time.</summary>
    /// <exception cref="UnreadableEventException">A report is of a version of an article that is not in the log.</exception>
    public IEnumerable<VisibleReport> ReportsKnownBy(Instant? time) =>
        from recorded in Events
        where recorded.Event is Report
        let report = (Report)recorded.Event
        let version = VersionOf(recorded.Id, report)
        let publication = report.Known ?? version.Published
        where IsKnown(publication, time)
        select new VisibleReport(recorded, report, version, publication, publication.Time.InZone(Zone).Date);

    private ArticleVersionPublished VersionOf(Guid id, Report report) =>
        versions.GetValueOrDefault((report.Article, report.Version))
        ?? throw new UnreadableEventException(
            $"event {id} is report '{report.Id}' of version '{report.Version}' of article '{report.Article}', and the event of "
            + "that version is missing before it: restore it from a backup");

    private static bool IsKnown(Publication publication, Instant? time) => time is null || publication.Time <= time;

    private static DateTimeZone ZoneOf(NegotiationDefined? definition) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition?.Zone ?? "UTC")
        ?? throw new UnreadableEventException($"the time zone '{definition?.Zone}' of the negotiation is not in the tz database");
}
