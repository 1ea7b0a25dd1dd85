using NodaTime;

namespace Negotiations.Bench;

/// <summary>An article with all that ever comes in of it: versions, reports and corrections.</summary>
internal sealed class InventedArticle(string negotiation, string id, Instant published)
{
    private readonly List<(Instant Time, IReadOnlyList<NewEvent> Events)> arrivals = [];
    private int corrections;

    public string Id => id;

    public string Stream { get; } = StreamName.ForArticle(negotiation, id);

    /// <summary>When its first version came out; nothing of it comes in before.</summary>
    public Instant Published => published;

    /// <summary>When its first version comes in.</summary>
    public Instant Arrived => arrivals[0].Time;

    public ArticleVersionPublished First => (ArticleVersionPublished)arrivals[0].Events[0].Event;

    public IEnumerable<DomainEvent> Events => arrivals.SelectMany(arrival => arrival.Events, (_, added) => added.Event);

    /// <summary>Adds a version, which comes in with its reports.</summary>
    public void Add(Instant time, ArticleVersionPublished version, IEnumerable<Report> reports) =>
        arrivals.Add(
            (
                time,
                [
                    new(EventId.ForVersion(Stream, version.Version), version),
                    .. reports.Select(report => new NewEvent(
                        EventId.ForReport(Stream, report.Version, report.Id),
                        report
                    )),
                ]
            )
        );

    /// <summary>Adds a correction of an event that comes in before it.</summary>
    /// <returns>The correction's event.</returns>
    public NewEvent Correct(
        Instant time,
        Guid target,
        string reason,
        Func<CorrectionHead, Correction> create,
        Notice? notice = null,
        Guid? on = null
    )
    {
        var head = new CorrectionHead
        {
            Negotiation = negotiation,
            Article = id,
            Id = $"c{++corrections}",
            By = notice is null ? CorrectionBy.Coder : CorrectionBy.Publisher,
            Who = notice is null ? "second reader" : null,
            Reason = reason,
            Notice = notice,
            Target = target,
            On = on,
        };
        var added = new NewEvent(EventId.ForCorrection(Stream, head.Id), create(head));
        arrivals.Add((time, [added]));
        return added;
    }

    /// <summary>What comes in, one after the other.</summary>
    public IReadOnlyList<Arrival> ListArrivals()
    {
        var version = 0L;
        var listed = new List<Arrival>();
        foreach (var (time, events) in arrivals.OrderBy(arrival => arrival.Time))
        {
            listed.Add(new(time, Stream, version, events));
            version += events.Count;
        }

        return listed;
    }
}
