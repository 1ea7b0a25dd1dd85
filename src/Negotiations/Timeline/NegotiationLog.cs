using NodaTime;

namespace Negotiations;

/// <summary>The events of one negotiation up to a settled position, in the order of positions.</summary>
public sealed class NegotiationLog
{
    private readonly EventIndex index;
    private ValueComparison? comparison;

    /// <summary>Reads events.</summary>
    /// <param name="settled">The position up to which the log goes.</param>
    /// <param name="events">All events of the negotiation up to there.</param>
    public NegotiationLog(RecordPosition settled, IReadOnlyList<RecordedEvent> events)
    {
        Settled = settled;
        index = new(events);
        Definition = FindLastDefinition(events);
        Zone = ResolveZone(Definition);
        Timeline = KnownTimeline.Read(index, Zone);
    }

    private NegotiationLog(
        RecordPosition settled,
        EventIndex index,
        NegotiationDefined? definition,
        DateTimeZone zone,
        KnownTimeline timeline,
        ValueComparison? comparison
    ) =>
        (Settled, this.index, Definition, Zone, Timeline, this.comparison) = (
            settled,
            index,
            definition,
            zone,
            timeline,
            comparison
        );

    /// <summary>The position up to which the log goes.</summary>
    public RecordPosition Settled { get; }

    /// <summary>The events.</summary>
    public IReadOnlyList<RecordedEvent> Events => index.Events;

    /// <summary>
    /// The negotiation's own file as it stands at that position; null where the negotiation is not yet defined.
    /// </summary>
    public NegotiationDefined? Definition { get; }

    /// <summary>The zone of the talks, in which days begin and end.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The versions and reports on the known clock, as their corrections leave them.</summary>
    public KnownTimeline Timeline { get; }

    /// <summary>Tells which values can both be true, with the places of the negotiation's own file.</summary>
    public ValueComparison Comparison => comparison ??= ValueComparison.For(Definition);

    /// <summary>The number of events that were erased: they are in the log, and say nothing.</summary>
    public int Erased => Events.Count(recorded => recorded.Event.Erased);

    /// <summary>The times at which something became known, in order.</summary>
    public IEnumerable<Instant> TimesKnown => ReportHistory.ListTimes(Timeline.Reports, knownBy: null);

    /// <summary>An event of the log; null where it has none with that identifier.</summary>
    public RecordedEvent? Find(Guid id) => index.Find(id);

    /// <summary>One stream of the log.</summary>
    public RecordedStream FindStream(string name)
    {
        var events = index.ReadStream(name);
        // By positions the last is not always the highest: who commits first in a stream is not told by its versions.
        return new(events.Select(recorded => recorded.Version).DefaultIfEmpty().Max(), events);
    }

    /// <summary>The log as it would be with more events at its end; this one stays as it is.</summary>
    /// <remarks>Its cost follows what the events are about, an article, and not all that is recorded.</remarks>
    /// <param name="stream">The stream to which they would be appended.</param>
    /// <param name="events">The events.</param>
    public NegotiationLog With(string stream, IEnumerable<NewEvent> events)
    {
        var position = Settled.Position;
        var version = FindStream(stream).Version;
        var added = events
            .Select(added => new RecordedEvent(
                ++position,
                Settled.At ?? default,
                added.Id,
                stream,
                ++version,
                added.Event
            ))
            .ToList();
        return added.Count == 0 ? this : With(new RecordPosition(position, Settled.At), added);
    }

    /// <summary>The log with the next event that was recorded.</summary>
    internal NegotiationLog With(RecordedEvent next) =>
        With(new RecordPosition(next.Position, next.RecordedAt), [next]);

    /// <summary>The log with events that were recorded before its end, and that it left out.</summary>
    internal NegotiationLog WithLeftOut(IReadOnlyList<RecordedEvent> events) => With(Settled, events);

    private NegotiationLog With(RecordPosition settled, IReadOnlyList<RecordedEvent> added)
    {
        var after = index.With(added);
        var definition = FindLastDefinition(added) ?? Definition;
        var zone = ResolveZone(definition);
        // Another zone gives every day known another meaning, and an erased event takes something away from the rest.
        return zone.Equals(Zone) && !added.Any(recorded => recorded.Event.Erased)
            ? new(
                settled,
                after,
                definition,
                zone,
                Timeline.With(after, added),
                ReferenceEquals(definition, Definition) ? comparison : null
            )
            : new(settled, after.Events);
    }

    /// <summary>The zone of the talks as it was defined first.</summary>
    public DateTimeZone FirstZone =>
        ResolveZone(
            Events
                .Select(recorded => recorded.Event)
                .OfType<NegotiationDefined>()
                .FirstOrDefault(definition => !definition.Erased)
        );

    /// <summary>The versions of articles that a reader could know by a time, by what was known first.</summary>
    public IEnumerable<ArticleVersionPublished> VersionsKnownBy(Instant? time) =>
        Timeline
            .Versions.Where(version => time is null || version.Published.Time <= time)
            .OrderBy(version => version.Published.Time)
            .ThenBy(version => version.Article, StringComparer.Ordinal)
            .ThenBy(version => version.Version, StringComparer.Ordinal);

    /// <summary>The reports that a reader could know by a time, as far as they were known then.</summary>
    public IEnumerable<VisibleReport> ReportsKnownBy(Instant? time) =>
        Timeline.Reports.Select(report => report.At(time)).OfType<VisibleReport>();

    private static DateTimeZone ResolveZone(NegotiationDefined? definition) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition?.Zone ?? "UTC")
        ?? throw new UnreadableEventException(
            $"the time zone '{definition?.Zone}' of the negotiation is not in the tz database"
        );

    private static NegotiationDefined? FindLastDefinition(IEnumerable<RecordedEvent> events) =>
        events
            .Select(recorded => recorded.Event)
            .OfType<NegotiationDefined>()
            .LastOrDefault(definition => !definition.Erased);
}
