using System.Collections.Immutable;
using NodaTime;

namespace Negotiations;

/// <summary>Puts a log on the known clock: versions and reports as their corrections leave them.</summary>
public sealed partial class KnownTimeline
{
    private readonly EventIndex events;
    private readonly DateTimeZone zone;
    private readonly ImmutableDictionary<string, ArticleVersions> versions;
    private readonly ImmutableDictionary<string, ArticleReports> reports;

    // The articles that links name, in force or not, each with those at the other ends.
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> linked;

    // Made when they are first asked for.
    private ImmutableDictionary<string, ImmutableHashSet<string>>? articlesByAct;
    private IReadOnlyList<ArticleVersionPublished>? allVersions;
    private IReadOnlyList<ReportHistory>? allReports;

    private KnownTimeline(DateTimeZone zone)
    {
        this.zone = zone;
        events = new([]);
        Corrections = new([]);
        versions = ImmutableDictionary.Create<string, ArticleVersions>(StringComparer.Ordinal);
        reports = ImmutableDictionary.Create<string, ArticleReports>(StringComparer.Ordinal);
        linked = ImmutableDictionary.Create<string, ImmutableHashSet<string>>(StringComparer.Ordinal);
    }

    // What is known of an article depends on its own events and corrections, and through links on the articles that are
    // one text with it. So only the articles that are touched by the events that are added are read, or read anew.
    private KnownTimeline(
        KnownTimeline before,
        EventIndex events,
        CorrectionLog corrections,
        IReadOnlyList<RecordedEvent> added
    )
    {
        (zone, this.events, Corrections) = (before.zone, events, corrections);
        linked = Join(before.linked, added);
        var touched = added
            .Select(FindArticle)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .SelectMany(FindText)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var addedTo = added
            .Where(recorded => recorded.Event is ArticleVersionPublished or Report)
            .ToLookup(FindArticle, StringComparer.Ordinal);
        versions = before.versions.SetItems(
            touched.Select(article =>
                KeyValuePair.Create(
                    article,
                    new ArticleVersions(
                        [.. before.versions.GetValueOrDefault(article)?.Events ?? [], .. addedTo[article]],
                        corrections
                    )
                )
            )
        );
        var origins = new Dictionary<string, OriginOfText>(StringComparer.Ordinal);
        var read = touched
            .Select(article =>
                KeyValuePair.Create(
                    article,
                    ReadReports(article, origins).KeepingSame(before.reports.GetValueOrDefault(article))
                )
            )
            .ToList();
        reports = before.reports.SetItems(read);
        if (before.articlesByAct is { } index)
            articlesByAct = read.Aggregate(index, AddOrders);
    }

    /// <summary>Reads a log.</summary>
    /// <param name="events">The events of one negotiation.</param>
    /// <param name="zone">The zone of the talks.</param>
    internal static KnownTimeline Read(EventIndex events, DateTimeZone zone) =>
        new(new(zone), events, new(events.Events), events.Events);

    /// <summary>The timeline of a log with more events at its end, of which none is erased.</summary>
    /// <param name="after">The events with these.</param>
    /// <param name="added">The events that are added.</param>
    internal KnownTimeline With(EventIndex after, IReadOnlyList<RecordedEvent> added) =>
        new(this, after, Corrections.With(added), added);

    /// <summary>The corrections.</summary>
    public CorrectionLog Corrections { get; }

    /// <summary>The versions of articles, each with the time of publication that counts.</summary>
    public IReadOnlyList<ArticleVersionPublished> Versions =>
        allVersions ??= [
            .. events
                .Events.Where(recorded => !recorded.Event.Erased)
                .Select(recorded => recorded.Event)
                .OfType<ArticleVersionPublished>()
                .Select(version => versions[version.Article].Find(version.Version)!),
        ];

    /// <summary>The reports that the coder has not withdrawn.</summary>
    public IReadOnlyList<ReportHistory> Reports => allReports ??= ListReports();

    /// <summary>The versions of one article, each with the time of publication that counts.</summary>
    public IReadOnlyList<ArticleVersionPublished> FindVersions(string article) =>
        versions.GetValueOrDefault(article)?.All ?? [];

    /// <summary>The reports of one article that the coder has not withdrawn.</summary>
    public IReadOnlyList<ReportHistory> FindReports(string article) => reports.GetValueOrDefault(article)?.All ?? [];

    /// <summary>
    /// The articles of whose reports an event can change what is known: its own, and those that are one text with that.
    /// </summary>
    internal IReadOnlyCollection<string> FindTouched(RecordedEvent recorded) =>
        StreamName.ParseArticle(recorded.Stream) is { } own
            ? [.. FindText(own), .. FindArticle(recorded) is { } other ? FindText(other).Except(FindText(own)) : []]
            : [];

    /// <summary>A report of an article; null where it has none with that identifier, or the coder withdrew
    /// it.</summary>
    internal ReportHistory? FindReport(string article, Guid id) => reports.GetValueOrDefault(article)?.Find(id);

    /// <summary>Those of some reports that are there and not withdrawn by the coder.</summary>
    internal IReadOnlyList<ReportHistory> FindReports(IEnumerable<(string Article, Guid Id)> named) =>
        [.. named.Select(report => FindReport(report.Article, report.Id)).OfType<ReportHistory>()];

    /// <summary>The articles of which there is a report.</summary>
    internal IEnumerable<string> Articles => reports.Keys;

    /// <summary>The reports of one article as they were coded, also those that the coder has withdrawn.</summary>
    public IEnumerable<Report> FindCoded(string article) =>
        (versions.GetValueOrDefault(article)?.Events ?? []).Select(recorded => recorded.Event).OfType<Report>();

    // Of each article in the order of the log already.
    private List<ReportHistory> ListReports()
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = new List<ReportHistory>();
        foreach (var recorded in events.Events)
        {
            if (recorded.Event is not Report { Erased: false } report)
                continue;
            var ofArticle = reports[report.Article].All;
            var place = places.GetValueOrDefault(report.Article);
            if (place == ofArticle.Count || !ReferenceEquals(ofArticle[place].Recorded, recorded))
                continue;
            all.Add(ofArticle[place]);
            places[report.Article] = place + 1;
        }

        return all;
    }

    private ArticleReports ReadReports(string article, Dictionary<string, OriginOfText> origins)
    {
        var standing = versions[article]
            .Events.Where(recorded => recorded.Event is Report && !Corrections.IsWithdrawnByCoder(recorded.Id))
            .ToList();
        var known = standing.ToDictionary(
            recorded => (((Report)recorded.Event).Version, ((Report)recorded.Event).Id),
            recorded => ResolvePublication(recorded).Time
        );
        var history = new VersionHistory(versions[article].All, (version, report) =>
            known.TryGetValue((version, report), out var time) ? time : null
        );
        if (!origins.TryGetValue(article, out var origin))
        {
            var text = FindText(article);
            origin = ReadOrigin(text);
            foreach (var other in text)
                origins[other] = origin;
        }

        return new([.. standing.Select(recorded => BuildHistory(recorded, history, origin))]);
    }

    // The article that an event is of, through corrections of corrections; null where there is none.
    private string? FindArticle(RecordedEvent recorded) =>
        recorded.Event switch
        {
            { Erased: true } => null,
            ArticleVersionPublished version => version.Article,
            Report report => report.Article,
            Correction correction => events.Find(Corrections.ResolveTarget(correction)) is { } target
                ? FindArticle(target)
                : null,
            _ => null,
        };

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Join(
        ImmutableDictionary<string, ImmutableHashSet<string>> linked,
        IEnumerable<RecordedEvent> added
    )
    {
        foreach (var link in added.Select(recorded => recorded.Event).OfType<ArticlesLinked>())
        {
            if (!link.Erased)
                linked = Add(Add(linked, link.Article, link.Other), link.Other, link.Article);
        }

        return linked;
    }

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Add(
        ImmutableDictionary<string, ImmutableHashSet<string>> sets,
        string key,
        string value
    ) =>
        sets.SetItem(
            key,
            sets.GetValueOrDefault(key, ImmutableHashSet.Create<string>(StringComparer.Ordinal)).Add(value)
        );

    // An article with all that links join to it in any number of steps.
    private IReadOnlyCollection<string> FindText(string article)
    {
        var found = new HashSet<string>([article], StringComparer.Ordinal);
        var queue = new Queue<string>(found);
        while (queue.TryDequeue(out var next))
        {
            foreach (var other in linked.GetValueOrDefault(next, []))
            {
                if (found.Add(other))
                    queue.Enqueue(other);
            }
        }

        return found;
    }

    // The origin of an article can only change when a link, or another version of a linked article, becomes known.
    private OriginOfText ReadOrigin(IReadOnlyCollection<string> text)
    {
        if (text.Count == 1)
            return OriginOfText.Unlinked;
        var published = text.SelectMany(FindVersions).ToList();
        var times = published.Select(version => version.Published.Time).Distinct().Order().ToList();
        var links = Corrections
            .All.Where(correction =>
                correction.Correction is ArticlesLinked link
                && text.Contains(link.Article)
                && Corrections.IsInForce(correction, null)
            )
            .Select(correction => (Link: (ArticlesLinked)correction.Correction, Known: KnownFrom(correction)))
            .ToList();
        return new(times, [.. times.Select(time => LinkedAt(time, links, published))]);
    }

    // What is one text at a time: only articles that are out by then share their origins.
    private static LinkedTexts LinkedAt(
        Instant time,
        IEnumerable<(ArticlesLinked Link, Instant Known)> links,
        IEnumerable<ArticleVersionPublished> published
    ) =>
        new(
            links.Where(link => link.Known <= time).Select(link => (link.Link.Article, link.Link.Other)),
            published
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
                )
        );

    private ArticleVersionPublished FindVersion(Guid id, Report report) =>
        versions.GetValueOrDefault(report.Article)?.Find(report.Version)
        ?? throw new UnreadableEventException(
            $"event {id} is report '{report.Id}' of version '{report.Version}' of article "
                + $"'{report.Article}', and the event of "
                + "that version is missing before it: restore it from a backup"
        );

    /// <summary>
    /// When a report could be known: where it is an entry of a live blog by its own time, else by that of its version,
    /// as the coder corrected them.
    /// </summary>
    /// <param name="recorded">The event of the report.</param>
    public Publication ResolvePublication(RecordedEvent recorded) =>
        CorrectionApplier.FindKnown(recorded, Corrections)
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
    /// notice, a link from the later of the two publications.
    /// </summary>
    public Instant KnownFrom(RecordedCorrection correction)
    {
        var target = FindStanding(correction.Correction.Target);
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

    private RecordedEvent? FindStanding(Guid id) => events.Find(id) is { Event.Erased: false } found ? found : null;

    private Instant PublishedAt(string article, string version) => versions[article].Find(version)!.Published.Time;

    private Instant FirstPublished(string article) =>
        FindVersions(article).Select(version => version.Published.Time).DefaultIfEmpty(Instant.MaxValue).Min();

    private ReportHistory BuildHistory(RecordedEvent recorded, VersionHistory history, OriginOfText origin)
    {
        var coded = (Report)recorded.Event;
        var version = FindVersion(recorded.Id, coded);
        var publication = ResolvePublication(recorded);
        var fates = history.TraceStatuses(version.Version, coded.Id).ToList();
        var hasCorrections = Corrections.Bears(recorded.Id);
        var times = (hasCorrections ? Corrections.NoticesOn(recorded.Id) : [])
            .Concat(fates.Select(fate => fate.From))
            .Concat(origin.FindChanges(version.Article))
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
            if (stated is null || now is null || !VisibleReport.AreSame(stated, now))
                since = time;
            stated = now;
            revisions.Add(new(time, RevisionAt(time, now)));
        }

        return new(recorded, revisions.ToArray());

        VisibleReport? RevisionAt(Instant time, Report? report)
        {
            var fate = fates.LastOrDefault(fate => fate.From <= time).Fate;
            return fate != CarriedStatus.Replaced && report is not null
                ? new VisibleReport(recorded, report, version, publication, publication.Time.InZone(zone).Date)
                {
                    RevisedFrom = since,
                    Corrections = hasCorrections
                        ?
                        [
                            .. Corrections
                                .CountedOn(recorded.Id, time)
                                .Where(correction => KnownFrom(correction) <= time)
                                .Select(correction => correction.EventId),
                        ]
                        : [],
                    IsCorrected = hasCorrections && Corrections.IsCorrected(recorded.Id, time),
                    LostCorrection =
                        versions[version.Article].HasLostCorrection(version.Version)
                        || Corrections.HasLost(recorded.Id),
                    Fate = fate,
                    TextOrigin = origin.FindAt(version.Article, time),
                }
                : null;
        }
    }
}
