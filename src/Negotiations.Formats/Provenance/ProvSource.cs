namespace Negotiations.Formats;

/// <summary>What the provenance of an answer speaks of.</summary>
public sealed class ProvSource
{
    /// <summary>Gathers it.</summary>
    public ProvSource(ExportSource exported)
    {
        Exported = exported;
        var (log, knownBy) = (exported.Log, exported.Answer.Asked.KnownBy);
        var standing = log.Events.Where(recorded => !recorded.Event.Erased).ToList();
        var byId = standing.ToDictionary(recorded => recorded.Id);
        var inForce = log.Timeline.CorrectionsKnownBy(knownBy).ToList();
        // What is undone is told with its undoing, what is retracted with its retraction.
        var targets = inForce
            .Select(correction => byId.GetValueOrDefault(correction.Correction.Target))
            .OfType<RecordedEvent>()
            .ToList();
        Corrections =
        [
            .. inForce
                .Concat(
                    targets
                        .Where(target => target.Event is Correction)
                        .Select(target => new RecordedCorrection(target, (Correction)target.Event))
                )
                .DistinctBy(correction => correction.EventId)
                .OrderBy(correction => correction.Recorded.Position),
        ];
        Reports =
        [
            .. log
                .Timeline.Reports.Where(report => knownBy is null || report.Revisions[0].From <= knownBy)
                .Select(report => report.Recorded)
                .Concat(
                    targets
                        .Concat(
                            Corrections
                                .Select(correction => byId.GetValueOrDefault(correction.Correction.Target))
                                .OfType<RecordedEvent>()
                        )
                        .Where(target => target.Event is Report)
                )
                .DistinctBy(report => report.Id)
                .OrderBy(report => report.Position),
        ];
        Visible = exported.Answer.Reports.ToDictionary(report => report.EventId);
        var versions = log.Timeline.Versions.ToDictionary(version => (version.Article, version.Version));
        var needed = Reports
            .Select(report => (Report)report.Event)
            .Select(report => (report.Article, report.Version))
            .ToHashSet();
        Versions =
        [
            .. standing
                .Where(recorded => recorded.Event is ArticleVersionPublished)
                .Select(recorded => (recorded, (ArticleVersionPublished)recorded.Event))
                .Select(pair => new ProvVersion(pair.recorded, versions[(pair.Item2.Article, pair.Item2.Version)]))
                .Where(version =>
                    knownBy is null
                    || version.Version.Published.Time <= knownBy
                    || needed.Contains((version.Version.Article, version.Version.Version))
                ),
        ];
        versionIds = Versions.ToDictionary(
            version => (version.Version.Article, version.Version.Version),
            version => version.Recorded.Id
        );
        entities =
        [
            .. Reports.Select(report => report.Id),
            .. Corrections.Select(correction => correction.EventId),
            .. versionIds.Values,
        ];
    }

    private readonly Dictionary<(string Article, string Version), Guid> versionIds;

    private readonly HashSet<Guid> entities;

    /// <summary>What is exported.</summary>
    public ExportSource Exported { get; }

    /// <summary>The versions of articles, in the order of positions.</summary>
    public IReadOnlyList<ProvVersion> Versions { get; }

    /// <summary>The reports that were ever known by then, in the order of positions.</summary>
    public IReadOnlyList<RecordedEvent> Reports { get; }

    /// <summary>The corrections that count, and those that they undo, in the order of positions.</summary>
    public IReadOnlyList<RecordedCorrection> Corrections { get; }

    /// <summary>The reports that still stand, as their corrections leave them.</summary>
    public IReadOnlyDictionary<Guid, VisibleReport> Visible { get; }

    /// <summary>A report as it stands, or where it no longer does, as it was recorded.</summary>
    public Report AsItStands(RecordedEvent report) =>
        Visible.TryGetValue(report.Id, out var visible) ? visible.Report : (Report)report.Event;

    /// <summary>The event of the version in which a report stands.</summary>
    public Guid FindVersion(Report report) => versionIds[(report.Article, report.Version)];

    /// <summary>The event of a version; null where it is not known by then.</summary>
    public Guid? FindVersion(string article, string version) =>
        versionIds.TryGetValue((article, version), out var id) ? id : null;

    /// <summary>Whether an entity of the document stands for an event.</summary>
    public bool Has(Guid id) => entities.Contains(id);

    /// <summary>
    /// What stood until a correction: the correction on which it builds, or else what it corrects; null where that is
    /// not known by then.
    /// </summary>
    public Guid? StoodBefore(RecordedCorrection correction) =>
        correction.Correction.On is { } on && Has(on) ? on
        : Has(correction.Correction.Target) ? correction.Correction.Target
        : null;
}
