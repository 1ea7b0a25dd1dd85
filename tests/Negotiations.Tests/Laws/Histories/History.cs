using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The events of a negotiation in the order of intake.</summary>
internal sealed class History(IReadOnlyList<DomainEvent> intake)
{
    public const string Negotiation = "river";

    private static readonly Instant Start = Instant.FromUtc(2025, 6, 1, 0, 0);

    private readonly Dictionary<(string, string), ArticleVersionPublished> versions =
        intake.OfType<ArticleVersionPublished>().ToDictionary(version => (version.Article, version.Version));

    public IReadOnlyList<DomainEvent> Intake { get; } = intake;

    /// <summary>The events with their places on the record clock.</summary>
    public IReadOnlyList<RecordedEvent> Log { get; } = Record(intake);

    public IEnumerable<Report> Reports => Intake.OfType<Report>();

    public ArticleVersionPublished VersionOf(Report report) => versions[(report.Article, report.Version)];

    public Instant KnownFrom(Report report) => (report.Known ?? VersionOf(report).Published).Time;

    /// <summary>The times at which something became known, in order.</summary>
    public IReadOnlyList<Instant> KnownTimes =>
        [.. Reports.Select(KnownFrom).Concat(versions.Values.Select(version => version.Published.Time)).Distinct().Order()];

    private static List<RecordedEvent> Record(IReadOnlyList<DomainEvent> intake)
    {
        var log = new List<RecordedEvent>(intake.Count);
        var streams = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var @event in intake)
        {
            var stream = @event switch
            {
                Report report => StreamName.OfArticle(Negotiation, report.Article),
                ArticleVersionPublished version => StreamName.OfArticle(Negotiation, version.Article),
                _ => StreamName.OfNegotiation(Negotiation),
            };
            var place = streams[stream] = streams.GetValueOrDefault(stream) + 1;
            var position = log.Count + 1;
            log.Add(new(position, Start + Duration.FromMinutes(position), IdOf(@event, stream, place), stream, place, @event));
        }

        return log;
    }

    private static Guid IdOf(DomainEvent @event, string stream, long version) => @event switch
    {
        Report report => EventId.OfReport(stream, report.Version, report.Id),
        ArticleVersionPublished published => EventId.OfVersion(stream, published.Version),
        _ => EventId.OfDefinition(stream, version),
    };
}
