using NodaTime;

namespace Negotiations.Bench;

/// <summary>Draws articles: when they come in, in which versions, who else prints them, what is corrected.</summary>
internal sealed class ArticleDraw
{
    private const string FirstVersion = "v1";
    private const string SecondVersion = "v2";
    private const double LatePercent = 12;
    private const double WirePercent = 6;
    private const double VersionPercent = 8;
    private const double LiveBlogPercent = 3;
    private const double MisdatedPercent = 1;

    private readonly InventedNegotiation negotiation;
    private readonly Random random;
    private readonly InventedRound round;
    private readonly ReportDraw reports;
    private readonly CorrectionDraw corrections;

    public ArticleDraw(InventedNegotiation negotiation, Random random, InventedRound round)
    {
        (this.negotiation, this.random, this.round) = (negotiation, random, round);
        reports = new(random, negotiation.Cast, new(new(negotiation.Definition)));
        corrections = new(random, reports, negotiation, round);
    }

    /// <summary>An article, and those that print the same text.</summary>
    /// <param name="place">Its place in the round.</param>
    /// <param name="published">When it comes out.</param>
    /// <param name="acts">The acts that it reports.</param>
    /// <param name="next">The acts of the article after it, some of which a second version has.</param>
    public IReadOnlyList<InventedArticle> Draw(
        int place,
        Instant published,
        IReadOnlyList<InventedAct> acts,
        IReadOnlyList<InventedAct> next
    )
    {
        var isWire = random.Percent(WirePercent);
        var version = DrawVersion(place, published, acts.Count, isWire || random.Percent(25));
        IReadOnlyList<Report> drawn = reports.Draw(version, acts);
        if (!isWire && random.Percent(LiveBlogPercent))
            drawn = AsEntries(drawn, published);
        var article = new InventedArticle(negotiation.Id, version.Article, published);
        var arrived = DrawArrival(published);
        article.Add(arrived, version, drawn);
        corrections.Correct(article, version, drawn, arrived);
        if (!isWire && random.Percent(VersionPercent))
            AddVersion(article, version, drawn, acts, next, arrived);
        else if (random.Percent(MisdatedPercent) && !article.Events.OfType<Correction>().Any())
            Misdate(article, version, arrived);
        return isWire ? [article, .. DrawCopies(article, version, drawn, place)] : [article];
    }

    /// <summary>An article as it comes in just after it came out, with nothing that follows.</summary>
    public InventedArticle DrawFurther(int number, Instant published, IReadOnlyList<InventedAct> acts)
    {
        var version = DrawVersion(1_000_000 + number, published, acts.Count, withAgency: false);
        var article = new InventedArticle(negotiation.Id, version.Article, published);
        article.Add(published, version, reports.Draw(version, acts));
        return article;
    }

    private ArticleVersionPublished DrawVersion(int place, Instant published, int acts, bool withAgency)
    {
        var outlet = random.Pick(negotiation.Cast.Outlets);
        var id = FormatId(outlet, place);
        var tail = new List<ChainLink> { CreateLink(LinkKind.Outlet, outlet) };
        if (withAgency)
            tail.Insert(0, CreateLink(LinkKind.Agency, random.Pick(negotiation.Cast.Agencies)));
        return new()
        {
            Negotiation = negotiation.Id,
            Article = id,
            Version = FirstVersion,
            Outlet = new(outlet.Name, outlet.Id),
            Title = $"A report on the {negotiation.Definition.Title}",
            Language = "en",
            Text = new(Hash.Compute($"{negotiation.Id} {id} {FirstVersion}"), ReportDraw.Stretch * (acts + 1)),
            Published = random.Percent(20)
                ? new(
                    published,
                    PublicationBasis.Assumed,
                    "Only the day is given.",
                    published - Duration.FromHours(12),
                    published
                )
                : new(published, PublicationBasis.Stated),
            Chain = tail,
        };
    }

    // Entries of a live blog came out one after the other, all of them before its last version.
    private List<Report> AsEntries(IReadOnlyList<Report> drawn, Instant published) =>
        [
            .. drawn.Select(
                (report, place) =>
                    report with
                    {
                        Known = new(
                            published - Duration.FromMinutes(3 * (drawn.Count - place)),
                            PublicationBasis.Stated
                        ),
                    }
            ),
        ];

    private void AddVersion(
        InventedArticle article,
        ArticleVersionPublished before,
        IReadOnlyList<Report> old,
        IReadOnlyList<InventedAct> acts,
        IReadOnlyList<InventedAct> next,
        Instant arrived
    )
    {
        var published = before.Published.Time + Duration.FromMinutes(random.Next(120, 3 * 24 * 60));
        var day = published.InZone(negotiation.Zone).Date;
        var fates = old.Select(report => (Report: report, Fate: random.Next(100))).ToList();
        var replaced = fates.Where(pair => pair.Fate is >= 70 and < 80).Select(pair => pair.Report.Act).ToHashSet();
        var added = next.Where(act => act.Day <= day && !acts.Contains(act)).Take(3).ToList();
        var told = acts.Where(act => replaced.Contains(act.Content.Act)).Concat(added).ToList();
        var text = new TextIdentity(
            Hash.Compute($"{negotiation.Id} {article.Id} {SecondVersion}"),
            ReportDraw.Stretch * (old.Count + told.Count + 1)
        );
        var version = before with
        {
            Version = SecondVersion,
            Text = text,
            Published = new(published, PublicationBasis.Stated),
        };
        var drawn = reports.Draw(version, told, firstPlace: old.Count, suffix: $"-{SecondVersion}");
        version = version with
        {
            Compared = new(
                before.Version,
                [
                    .. fates
                        .Select((pair, place) => (pair.Report, pair.Fate, place))
                        .Where(pair => pair.Fate < 70)
                        .Select(pair => new CarriedReport(
                            pair.Report.Id,
                            [ReportDraw.CreateSpan(text.Sha256, pair.place)]
                        )),
                ],
                [
                    .. old.Where(report => replaced.Contains(report.Act))
                        .Select(report => new ReplacedReport(
                            drawn.First(other => other.Act == report.Act).Id,
                            report.Id
                        )),
                ],
                [.. fates.Where(pair => pair.Fate is >= 80 and < 87).Select(pair => pair.Report.Id)]
            ),
        };
        var time = Max(DrawArrival(published), arrived + Duration.FromMinutes(1));
        article.Add(time, version, drawn);
        corrections.Correct(article, version, drawn, time);
    }

    private void Misdate(InventedArticle article, ArticleVersionPublished version, Instant arrived)
    {
        var time = version.Published.Time + Duration.FromMinutes(random.Next(-180, 181));
        if (time == version.Published.Time)
            return;
        article.Correct(
            arrived + Duration.FromHours(random.Next(2, 24 * 20)),
            EventId.ForVersion(article.Stream, version.Version),
            "the page gives another time",
            head => new PublicationCorrected(head) { Published = new(time, PublicationBasis.Stated) }
        );
    }

    private IEnumerable<InventedArticle> DrawCopies(
        InventedArticle original,
        ArticleVersionPublished version,
        IReadOnlyList<Report> drawn,
        int place
    )
    {
        var others = negotiation.Cast.Outlets.Where(outlet => outlet.Id != version.Outlet.Id).ToArray();
        random.Shuffle(others);
        foreach (var outlet in others.Take(random.Few(4)))
        {
            var published = version.Published.Time + Duration.FromMinutes(random.Next(600));
            var id = FormatId(outlet, place);
            var copied = version with
            {
                Article = id,
                Outlet = new(outlet.Name, outlet.Id),
                Text = version.Text with { Sha256 = Hash.Compute($"{negotiation.Id} {id} {FirstVersion}") },
                Published = new(published, PublicationBasis.Stated),
                Chain = [.. version.Chain.SkipLast(1), CreateLink(LinkKind.Outlet, outlet)],
            };
            var copy = new InventedArticle(negotiation.Id, id, published);
            var arrived = DrawArrival(published);
            IReadOnlyList<Report> reprinted =
            [
                .. drawn.Select(report =>
                    report with
                    {
                        Article = id,
                        Chain = [.. report.Chain.SkipLast(version.Chain.Count), .. copied.Chain],
                    }
                ),
            ];
            copy.Add(arrived, copied, reprinted);
            corrections.Correct(copy, copied, reprinted, arrived);
            // Whoever codes the second one sees that he has read it before.
            var (later, earlier) = arrived >= original.Arrived ? (copy, original) : (original, copy);
            if (random.Percent(85))
                later.Correct(
                    later.Arrived + Duration.FromMinutes(random.Next(5, 60 * 24 * 10)),
                    EventId.ForVersion(later.Stream, FirstVersion),
                    "the same agency text",
                    head => new ArticlesLinked(head) { Other = earlier.Id }
                );
            yield return copy;
        }
    }

    // Most are coded the same day; some are found only when much that is younger is in already.
    private Instant DrawArrival(Instant published) =>
        published
        + (
            !random.Percent(LatePercent) ? Duration.FromMinutes(random.Next(20, 360))
            : random.Percent(80) ? Duration.FromHours(random.Next(3 * 24, 60 * 24))
            : Duration.FromHours(random.Next(60 * 24, 400 * 24))
        );

    private static Instant Max(Instant one, Instant other) => one > other ? one : other;

    private string FormatId(NamedEntity outlet, int place) => $"{outlet.Id}-{round.Number + 1}-{place + 1}";

    private static ChainLink CreateLink(LinkKind kind, NamedEntity entity) =>
        new()
        {
            Kind = kind,
            Name = new(entity.Name, entity.Id),
            Implied = "the paper that prints it",
        };
}
