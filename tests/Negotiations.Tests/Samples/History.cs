using NodaTime;

namespace Negotiations.Tests;

/// <summary>What a store would hold after the articles were replayed one after the other.</summary>
public sealed class History
{
    private static readonly Instant Began = Instant.FromUtc(2031, 5, 1, 6, 0);

    private readonly List<RecordedEvent> events = [];
    private readonly Dictionary<Guid, string> reportIds = [];
    private readonly Dictionary<string, long> versions = [];

    internal History(IEnumerable<SampleArticle> articles)
    {
        Record(
            EventId.ForDefinition(StreamName.ForNegotiation(Sample.Talks), 1),
            StreamName.ForNegotiation(Sample.Talks),
            Definition
        );
        foreach (var article in articles)
        {
            Record(EventId.ForVersion(article.Stream, "v1"), article.Stream, article.Version);
            foreach (var report in article.Reports)
            {
                var id = EventId.ForReport(article.Stream, "v1", report.Id);
                reportIds[id] = report.Id;
                Record(id, article.Stream, report);
            }
        }
    }

    public static NegotiationDefined Definition =>
        new()
        {
            Negotiation = Sample.Talks,
            Title = "Lake Talks",
            Zone = Sample.Zone.Id,
            Rounds = [new(Sample.Round, "Spring round", Edtf.Parse("2031-04"))],
            Entities = [],
        };

    public IReadOnlyList<RecordedEvent> Events => events;

    public NegotiationLog Log => LogAt(events.Count);

    public NegotiationLog LogAt(long position) =>
        new(
            new(position, position == 0 ? null : events[(int)position - 1].RecordedAt),
            [.. events.Where(recorded => recorded.Position <= position)]
        );

    public Answer Ask(string? knownBy = null, string? happenedBy = null) =>
        Answer.To(
            new(
                Sample.Talks,
                knownBy is null ? null : Sample.Time(knownBy),
                happenedBy is null ? null : Sample.Time(happenedBy)
            ),
            Log
        );

    /// <summary>A fact of the round, by its key without the round.</summary>
    public SampleFact Fact(string subject, string? knownBy = null, string? happenedBy = null) =>
        Find(subject, knownBy, happenedBy) ?? throw new InvalidOperationException($"nothing is known of '{subject}'");

    public SampleFact? Find(string subject, string? knownBy = null, string? happenedBy = null) =>
        Ask(knownBy, happenedBy).Facts.SingleOrDefault(fact => fact.Key == $"{Sample.Round}/{subject}") is { } fact
            ? new(fact, reportIds)
            : null;

    /// <summary>The acts by key.</summary>
    public IReadOnlyDictionary<string, Act> Acts =>
        Log.ReportsKnownBy(null)
            .GroupBy(report => report.Report.Act)
            .ToDictionary(group => group.Key, group => new Act(group.Key, group));

    /// <summary>Keys of the acts by time alone.</summary>
    public IEnumerable<string> ActsByTime => Acts.Values.Order(Act.ByTime).Select(act => act.Key);

    /// <summary>Keys of the acts with the order that the texts give.</summary>
    public IEnumerable<string> ActsInOrder => new TextOrder([.. Acts.Values]).Ordered.Select(act => act.Key);

    /// <summary>Records a correction; it must be admitted.</summary>
    public History Correct(Correction correction) =>
        Refuse(correction) is { } refusal ? throw new InvalidOperationException(refusal.Message) : Take(correction);

    /// <summary>Why a correction would be refused, or null.</summary>
    public CorrectionRefusal? Refuse(Correction correction) =>
        CorrectionRules.Refuse(Log, EventId.ForCorrection(FindStream(correction), correction.Id), correction);

    /// <summary>Records a later version of an article.</summary>
    public History Publish(ArticleVersionPublished version, params IReadOnlyList<Report> reports)
    {
        var stream = StreamName.ForArticle(version.Negotiation, version.Article);
        Record(EventId.ForVersion(stream, version.Version), stream, version);
        foreach (var report in reports)
        {
            var id = EventId.ForReport(stream, version.Version, report.Id);
            reportIds[id] = report.Id;
            Record(id, stream, report with { Version = version.Version });
        }

        return this;
    }

    private History Take(Correction correction)
    {
        Record(EventId.ForCorrection(FindStream(correction), correction.Id), FindStream(correction), correction);
        return this;
    }

    private static string FindStream(Correction correction) =>
        StreamName.ForArticle(correction.Negotiation, correction.Article);

    private void Record(Guid id, string stream, DomainEvent @event)
    {
        var version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
        events.Add(new(events.Count + 1, Began + Duration.FromSeconds(events.Count), id, stream, version, @event));
    }
}
