using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The events of a negotiation in the order of intake.</summary>
internal sealed class History(IReadOnlyList<DomainEvent> intake)
{
    public const string Negotiation = "river";

    private static readonly Instant Start = Instant.FromUtc(2025, 6, 1, 0, 0);

    private readonly Dictionary<(string, string), ArticleVersionPublished> versions = intake
        .OfType<ArticleVersionPublished>()
        .ToDictionary(version => (version.Article, version.Version));

    private NegotiationLog? read;

    public IReadOnlyList<DomainEvent> Intake { get; } = intake;

    /// <summary>The events with their places on the record clock.</summary>
    public IReadOnlyList<RecordedEvent> Log { get; } = Record(intake);

    public IEnumerable<Report> Reports => Intake.OfType<Report>();

    public ArticleVersionPublished FindVersion(Report report) => versions[(report.Article, report.Version)];

    public Instant KnownFrom(Report report) => (report.Known ?? FindVersion(report).Published).Time;

    public IEnumerable<Correction> Corrections => Intake.OfType<Correction>();

    /// <summary>The events as the product reads them.</summary>
    public NegotiationLog AsRead => read ??= new(new(Log.Count, Log[^1].RecordedAt), Log);

    /// <summary>The times on the known clock that anything names, in order.</summary>
    public IReadOnlyList<Instant> KnownTimes =>
        [
            .. Reports
                .Select(KnownFrom)
                .Concat(versions.Values.Select(version => version.Published.Time))
                .Concat(Corrections.Select(correction => correction.Notice?.Published.Time).OfType<Instant>())
                .Concat(Corrections.OfType<PublicationCorrected>().Select(corrected => corrected.Published.Time))
                .Distinct()
                .Order(),
        ];

    private static List<RecordedEvent> Record(IReadOnlyList<DomainEvent> intake)
    {
        var log = new List<RecordedEvent>(intake.Count);
        var streams = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var @event in intake)
        {
            var stream = RecordedPlaces.FindStream(@event);
            var place = streams[stream] = streams.GetValueOrDefault(stream) + 1;
            var position = log.Count + 1;
            log.Add(
                new(
                    position,
                    Start + Duration.FromMinutes(position),
                    RecordedPlaces.FindId(@event, place),
                    stream,
                    place,
                    @event
                )
            );
        }

        return log;
    }
}
