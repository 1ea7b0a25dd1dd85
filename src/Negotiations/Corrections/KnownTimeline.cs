using NodaTime;

namespace Negotiations;

/// <summary>Puts a log on the known clock: versions and reports as their corrections leave them.</summary>
public sealed class KnownTimeline
{
    private readonly Dictionary<Guid, RecordedEvent> byId;
    private readonly Dictionary<(string Article, string Version), ArticleVersionPublished> versions;
    private readonly HashSet<(string Article, string Version)> versionsWithLostCorrections;

    /// <summary>Reads a log.</summary>
    /// <param name="events">The events of one negotiation.</param>
    /// <param name="zone">The zone of the talks.</param>
    public KnownTimeline(IReadOnlyList<RecordedEvent> events, DateTimeZone zone)
    {
        Corrections = new CorrectionLog(events);
        events = [.. events.Where(recorded => !recorded.Event.Erased)];
        Versions =
        [
            .. events
                .Where(recorded => recorded.Event is ArticleVersionPublished)
                .Select(recorded =>
                    (ArticleVersionPublished)recorded.Event with
                    {
                        Published = Corrections.ResolvePublication(
                            recorded.Id,
                            ((ArticleVersionPublished)recorded.Event).Published
                        ),
                    }
                ),
        ];
        versionsWithLostCorrections =
        [
            .. events
                .Where(recorded => Corrections.HasLost(recorded.Id))
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .Select(version => (version.Article, version.Version)),
        ];
        byId = events.ToDictionary(recorded => recorded.Id);
        versions = Versions.ToDictionary(version => (version.Article, version.Version));
        var standing = events
            .Where(recorded => recorded.Event is Report && !Corrections.IsWithdrawnByCoder(recorded.Id))
            .ToList();
        var known = standing.ToDictionary(
            recorded => Identify((Report)recorded.Event),
            recorded => ResolvePublication(recorded).Time
        );
        var histories = Versions
            .GroupBy(version => version.Article)
            .ToDictionary(
                group => group.Key,
                group => new VersionHistory(group, (version, report) =>
                    known.TryGetValue((group.Key, version, report), out var time) ? time : null
                )
            );
        // The origin of an article can only change when a link, or another version of a linked article, becomes known.
        var linkTimes = Corrections.All.Any(correction => correction.Correction is ArticlesLinked)
            ? Versions.Select(version => version.Published.Time).Distinct().Order().ToList()
            : [];
        var linked = linkTimes.ToDictionary(time => time, LinkedAt);
        Reports =
        [
            .. standing.Select(recorded =>
            {
                var report = (Report)recorded.Event;
                return BuildHistory(
                    recorded,
                    FindVersion(recorded.Id, report),
                    histories[report.Article],
                    OriginAt,
                    linkTimes,
                    zone
                );

                string? OriginAt(Instant time) =>
                    linked.TryGetValue(linkTimes.LastOrDefault(known => known <= time), out var texts)
                        ? texts.FindOrigin(report.Article)
                        : null;
            }),
        ];
    }

    /// <summary>The corrections.</summary>
    public CorrectionLog Corrections { get; }

    /// <summary>The versions of articles, each with the time of publication that counts.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions { get; }

    /// <summary>The reports that the coder has not withdrawn.</summary>
    public IReadOnlyList<ReportHistory> Reports { get; }

    private ArticleVersionPublished FindVersion(Guid id, Report report) =>
        versions.GetValueOrDefault((report.Article, report.Version))
        ?? throw new UnreadableEventException(
            $"event {id} is report '{report.Id}' of version '{report.Version}' of article '{report.Article}', and the event of "
                + "that version is missing before it: restore it from a backup"
        );

    /// <summary>
    /// When a report could be known: where it is an entry of a live blog by its own time, else by that of its version,
    /// as the coder corrected them.
    /// </summary>
    /// <param name="recorded">The event of the report.</param>
    public Publication ResolvePublication(RecordedEvent recorded) =>
        CorrectionApplier.CodedAs(recorded, Corrections).Known
        ?? FindVersion(recorded.Id, (Report)recorded.Event).Published;

    /// <summary>The corrections that count for what a reader could know by a time.</summary>
    public IEnumerable<RecordedCorrection> CorrectionsKnownBy(Instant? time) =>
        Corrections.All.Where(correction =>
            (time is null || KnownFrom(correction) <= time) && Corrections.IsInForce(correction, time)
        );

    /// <summary>The links that make an article, either of the two, one text with another, in force or undone.</summary>
    /// <param name="article">Identifier of the article.</param>
    public IEnumerable<RecordedCorrection> FindLinks(string article) =>
        Corrections.All.Where(correction =>
            correction.Correction is ArticlesLinked link && (link.Article == article || link.Other == article)
        );

    /// <summary>
    /// When a correction could be known: from the time known of what it corrects on, a publisher's not before its
    /// notice, a
    /// link from the later of the two publications.
    /// </summary>
    public Instant KnownFrom(RecordedCorrection correction)
    {
        var target = byId.GetValueOrDefault(correction.Correction.Target);
        var known = KnownFrom(correction, target);
        return correction.IsPublishers ? Instant.Max(known, Corrections.FindNoticeTime(correction)) : known;
    }

    private Instant KnownFrom(RecordedCorrection correction, RecordedEvent? target) =>
        target?.Event switch
        {
            Correction => KnownFrom(new(target, (Correction)target.Event)),
            ArticleVersionPublished version when correction.Correction is ArticlesLinked link => Instant.Max(
                FirstPublished(version.Article),
                FirstPublished(link.Other)
            ),
            ArticleVersionPublished version => PublishedAt(version.Article, version.Version),
            Report => ResolvePublication(target).Time,
            _ => Instant.MinValue,
        };

    private Instant PublishedAt(string article, string version) => versions[(article, version)].Published.Time;

    private Instant FirstPublished(string article) =>
        Versions
            .Where(version => version.Article == article)
            .Select(version => version.Published.Time)
            .DefaultIfEmpty(Instant.MaxValue)
            .Min();

    // What is one text at a time: only articles that are out by then share their origins.
    private LinkedTexts LinkedAt(Instant time)
    {
        var links = Corrections
            .All.Where(correction =>
                correction.Correction is ArticlesLinked
                && Corrections.IsInForce(correction, null)
                && KnownFrom(correction) <= time
            )
            .Select(correction => (correction.Correction.Article, ((ArticlesLinked)correction.Correction).Other));
        var outlets = Versions
            .Where(version => version.Published.Time <= time)
            .GroupBy(version => version.Article)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(version =>
                            (version.Chain.Count > 0 ? version.Chain[0].Name?.Id : null) ?? version.Outlet.Id
                        )
                        .Min(StringComparer.Ordinal)!
            );
        return new LinkedTexts(links, outlets);
    }

    private ReportHistory BuildHistory(
        RecordedEvent recorded,
        ArticleVersionPublished version,
        VersionHistory history,
        Func<Instant, string?> originAt,
        IReadOnlyList<Instant> linkTimes,
        DateTimeZone zone
    )
    {
        var publication = ResolvePublication(recorded);
        var fates = history.TraceStatuses(version.Version, ((Report)recorded.Event).Id).ToList();
        var bearing = Corrections.BearingOn(recorded.Id).ToList();
        var times = Corrections
            .NoticesOn(recorded.Id)
            .Concat(fates.Select(fate => fate.From))
            .Concat(FindChanges(originAt, linkTimes))
            .Where(time => time > publication.Time)
            .Append(publication.Time)
            .Distinct()
            .Order();
        var revisions = new List<ReportRevision>();
        var (stated, since) = ((Report?)null, publication.Time);
        foreach (var time in times)
        {
            // What a notice or a version leaves as it was, or brings back as it was, stands so since before.
            var now = CorrectionApplier.At(recorded, Corrections, time);
            if (stated is null || now is null || !IsSame(stated, now))
                since = time;
            stated = now;
            revisions.Add(new(time, RevisionAt(time, now)));
        }

        return new(recorded, revisions);

        VisibleReport? RevisionAt(Instant time, Report? report)
        {
            var fate = fates.LastOrDefault(fate => fate.From <= time).Fate;
            return fate != CarriedStatus.Replaced && report is not null
                ? new VisibleReport(recorded, report, version, publication, publication.Time.InZone(zone).Date)
                {
                    RevisedFrom = since,
                    Corrections =
                    [
                        .. bearing
                            .Where(correction => KnownFrom(correction) <= time)
                            .Select(correction => correction.EventId),
                    ],
                    LostCorrection =
                        versionsWithLostCorrections.Contains((version.Article, version.Version))
                        || Corrections.HasLost(recorded.Id),
                    Fate = fate,
                    TextOrigin = originAt(time),
                }
                : null;
        }
    }

    private static (string Article, string Version, string Id) Identify(Report report) =>
        (report.Article, report.Version, report.Id);

    private static IEnumerable<Instant> FindChanges(Func<Instant, string?> originAt, IReadOnlyList<Instant> times) =>
        times.Where((time, place) => originAt(time) != (place == 0 ? null : originAt(times[place - 1])));

    private static bool IsSame(Report a, Report b) => ReferenceEquals(a, b) || EventJson.Write(a) == EventJson.Write(b);
}
