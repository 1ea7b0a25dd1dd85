using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>What stands on the record, read in the plainest way.</summary>
internal class PlainRecord
{
    // What was found once is kept, for a question asks for it at each time.
    private readonly Dictionary<(Guid, Instant?), Report?> found = [];
    private readonly Dictionary<(string, Instant?), string?> shared = [];
    private readonly Lazy<IReadOnlyList<Instant>> times;

    public PlainRecord(
        IReadOnlyList<RecordedEvent> log,
        Func<IReadOnlyList<RecordedEvent>, PlainCorrections>? corrections = null
    )
    {
        Log = log;
        Corrections = corrections?.Invoke(log) ?? new PlainCorrections(log);
        Reports = new PlainReports(log, Corrections);
        Versions = new PlainVersions(Reports, Stands);
        times = new(FindTimes);
    }

    public IReadOnlyList<RecordedEvent> Log { get; }

    public PlainCorrections Corrections { get; }

    public PlainReports Reports { get; init; }

    public PlainVersions Versions { get; init; }

    /// <summary>The times at which anything can have become known.</summary>
    public IReadOnlyList<Instant> Times => times.Value;

    /// <summary>A report as a reader could know it at a time, if it was known, stood and was not replaced.</summary>
    public Report? At(RecordedEvent recorded, Instant? time) =>
        found.TryGetValue((recorded.Id, time), out var report)
            ? report
            : found[(recorded.Id, time)] = Find(recorded, time);

    private Report? Find(RecordedEvent recorded, Instant? time) =>
        Reports.At(recorded, time) is { } report && Versions.FindStatus(report, time) != CarriedStatus.Replaced
            ? report
            : null;

    /// <summary>
    /// Since when a report says what it does at a time, whether a version had something else in its place or not.
    /// </summary>
    public Instant StandsSince(RecordedEvent recorded, Instant? time)
    {
        var known = Reports.FindPublication(recorded).Time;
        var now = Written(Reports.At(recorded, time));
        return Times
            .Where(earlier => earlier >= known && (time is null || earlier <= time))
            .Reverse()
            .TakeWhile(earlier => Written(Reports.At(recorded, earlier)) == now)
            .Last();
    }

    /// <summary>The corrections that count at a time.</summary>
    public virtual IEnumerable<Guid> CountingAt(Instant? time) =>
        Corrections
            .All.Where(one => Corrections.IsInForce(one.Id, time) && (time is null || KnownFrom(one.Id) <= time))
            .Select(one => one.Id);

    /// <summary>
    /// The corrections of a report that are in force at a time, or were before it: a notice that was withdrawn changed
    /// what was known until then.
    /// </summary>
    public IEnumerable<Guid> CorrectionsOn(Guid report, Instant? time) =>
        Corrections
            .CountedOn(
                report,
                [.. Times.Where(other => time is null || other <= time).Select(other => (Instant?)other), time]
            )
            .Where(id => time is null || KnownFrom(id) <= time);

    /// <summary>
    /// The first outlet of the articles that are one text with an article at a time; null where it stands alone.
    /// </summary>
    public string? SharedOrigin(string article, Instant? time) =>
        shared.TryGetValue((article, time), out var origin)
            ? origin
            : shared[(article, time)] = FindShared(article, time);

    protected virtual string? FindShared(string article, Instant? time)
    {
        var group = new HashSet<string> { article };
        var links = Corrections
            .All.Where(one =>
                one.Correction is ArticlesLinked
                && Corrections.IsInForce(one.Id, time)
                && (time is null || KnownFrom(one.Id) <= time)
            )
            .Select(one => (one.Correction.Article, ((ArticlesLinked)one.Correction).Other))
            .ToList();
        while (
            links.FirstOrDefault(link => group.Contains(link.Article) != group.Contains(link.Other))
                is { Article: not null } link
        )
            group.UnionWith([link.Article, link.Other]);
        if (group.Count == 1)
            return null;
        return Reports
            .Versions.Where(version =>
                group.Contains(version.Article) && (time is null || version.Published.Time <= time)
            )
            .Select(version => version.Chain.FirstOrDefault()?.Name?.Id ?? version.Outlet.Id)
            .Min(StringComparer.Ordinal);
    }

    private Instant KnownFrom(Guid id)
    {
        var one = Log.First(recorded => recorded.Id == id);
        return one.Event switch
        {
            ArticlesLinked link => Instant.Max(FindFirst(link.Article), FindFirst(link.Other)),
            Correction { By: CorrectionBy.Publisher } correction => Instant.Max(
                KnownFrom(correction.Target),
                Corrections.FindNoticeTime(id)
            ),
            Correction correction => KnownFrom(correction.Target),
            Report => Reports.FindPublication(one).Time,
            ArticleVersionPublished version => Corrections.ResolvePublication(id, version.Published).Time,
            _ => throw new ArgumentOutOfRangeException(nameof(id)),
        };
    }

    private IReadOnlyList<Instant> FindTimes() =>
        [
            .. Reports
                .Versions.Select(version => version.Published.Time)
                .Concat(Log.Where(one => one.Event is Report).Select(one => Reports.FindPublication(one).Time))
                .Concat(
                    Corrections
                        .All.Where(one => one.Correction.By == CorrectionBy.Publisher)
                        .Select(one => Corrections.FindNoticeTime(one.Id))
                )
                .Distinct()
                .Order(),
        ];

    private Instant FindFirst(string article) =>
        Reports
            .Versions.Where(version => version.Article == article)
            .Select(version => version.Published.Time)
            .DefaultIfEmpty(Instant.MaxValue)
            .Min();

    // A report that the coder has withdrawn is none, also where later versions speak of it; nor is one that nobody
    // knows yet.
    public bool Stands(string article, string version, string id, Instant? time) =>
        Log.Any(one =>
            one.Event is Report report
            && report.Article == article
            && report.Version == version
            && report.Id == id
            && !Corrections.IsWithdrawn(one.Id)
            && (time is null || Reports.FindPublication(one).Time <= time)
        );

    private static string? Written(Report? report) => report is null ? null : EventJson.Write(report);
}
