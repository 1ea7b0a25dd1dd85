namespace Negotiations.Tests;

/// <summary>An article that is being put together: a version and its reports.</summary>
public sealed class SampleArticle
{
    private readonly List<Report> reports = [];
    private readonly Name outlet;
    private Publication published;

    internal SampleArticle(string outlet, string published, string id)
    {
        Id = id;
        this.outlet = Sample.Name(outlet);
        this.published = new(Sample.Time(published), PublicationBasis.Stated);
    }

    public string Id { get; }

    public string Stream => StreamName.ForArticle(Sample.Talks, Id);

    public IReadOnlyList<Report> Reports => reports;

    public ArticleVersionPublished Version =>
        new()
        {
            Negotiation = Sample.Talks,
            Article = Id,
            Version = "v1",
            Outlet = outlet,
            Text = new(new string('0', 64), 10_000),
            Published = published,
        };

    /// <summary>The time of publication is assumed, within limits.</summary>
    public SampleArticle Assumed(string reason, string? earliest = null, string? latest = null)
    {
        published = published with
        {
            Basis = PublicationBasis.Assumed,
            Reason = reason,
            Earliest = earliest is null ? null : Sample.Time(earliest),
            Latest = latest is null ? null : Sample.Time(latest),
        };
        return this;
    }

    /// <summary>
    /// Adds a report. Unless it is told otherwise, the outlet narrates on its own side's record what happened on the
    /// day of
    /// publication, as an act of its own.
    /// </summary>
    public SampleArticle Says<T>(string id, Func<T, T> tell)
        where T : Report
    {
        var report = tell(Blank<T>(id));
        var tail = new ChainLink { Kind = LinkKind.Outlet, Name = outlet };
        reports.Add(report with { Chain = [.. report.Chain, tail] });
        return this;
    }

    private T Blank<T>(string id)
        where T : Report =>
        (T)(
            Activator.CreateInstance<T>() with
            {
                Negotiation = Sample.Talks,
                Article = Id,
                Version = "v1",
                Id = id,
                Round = Sample.Round,
                Happened = Edtf.From(DayBounds.FromDay(published.Time.InZone(Sample.Zone).Date)),
                Chain = [],
                Standing = Standing.Own,
                Modality = Modality.Asserted,
                Evidence = [Sample.Span(100 * (reports.Count + 1))],
                Certainty = 4,
                Act = id,
                Summary = "In our own words.",
            }
        );
}
