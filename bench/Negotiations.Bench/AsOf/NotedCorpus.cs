using NodaTime;

namespace Negotiations.Bench;

/// <summary>A corpus that notes, while it is put into a store, what questions about it need.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="seed">Draws the questions.</param>
public sealed class NotedCorpus(Corpus corpus, int seed)
{
    private const int MostArticlesNoted = 1_000;

    private readonly List<NotedArticle> noted = [];
    private readonly Dictionary<string, NotedArticle> byStream = new(StringComparer.Ordinal);
    private readonly long[] middles = new long[corpus.Largest.Rounds];
    private int articles;

    public InventedNegotiation Negotiation => corpus.Largest;

    /// <summary>The number of events, which is the last position of a store that holds nothing else.</summary>
    public long Events { get; private set; }

    public int Reports { get; private set; }

    public Random Random { get; } = new(seed);

    /// <summary>Everything in its order; what is noted is complete when it has been read to its end.</summary>
    public IEnumerable<Arrival> Draw()
    {
        var (round, seen) = (0, MostArticlesNoted);
        foreach (var arrival in corpus.DrawArrivals())
        {
            while (round < middles.Length && arrival.Time >= Negotiation.FindMiddle(round))
                middles[round++] = Events;
            Events += arrival.Events.Count;
            Reports += arrival.Reports;
            yield return arrival;
            Note(arrival, ref seen);
        }
    }

    /// <summary>A round, and bounds by which about half of its reports or more are there.</summary>
    public (string Round, Instant Known, RecordedBound Recorded) DrawBounds()
    {
        var round = Random.Next(middles.Length);
        var middle = Negotiation.FindMiddle(round);
        return (
            InventedRound.FormatId(round) + "/",
            middle + ((Negotiation.End - middle) * Random.NextDouble()),
            new RecordedBound.AtPosition(Random.NextInt64(middles[round], Events + 1))
        );
    }

    /// <summary>One more article of a round, by default of the last one.</summary>
    public Arrival DrawArticle(int reports, int? round = null)
    {
        var arrival = Negotiation.DrawFurtherArticle(++articles, reports, round ?? (Negotiation.Rounds - 1));
        Events += arrival.Events.Count;
        return arrival;
    }

    /// <summary>A round that is long over.</summary>
    public int DrawRound() => Random.Next(middles.Length);

    /// <summary>A coder's retraction of a report that nobody corrected yet.</summary>
    public Arrival DrawCorrection()
    {
        var article = PickArticle();
        var arrival = Retract(article);
        article.Reports.RemoveAt(article.Reports.Count - 1);
        article.Version++;
        Events++;
        return arrival;
    }

    /// <summary>The same, when it is not going to be appended.</summary>
    public Arrival PeekCorrection() => Retract(PickArticle());

    private NotedArticle PickArticle()
    {
        NotedArticle article;
        do article = Random.Pick(noted);
        while (article.Reports.Count == 0);
        return article;
    }

    private Arrival Retract(NotedArticle article)
    {
        var retraction = new ReportRetracted(
            new()
            {
                Negotiation = Negotiation.Id,
                Article = article.Stream[StreamName.PrefixForArticles(Negotiation.Id).Length..],
                Id = $"further-{article.Version}",
                By = CorrectionBy.Coder,
                Who = "third reader",
                Reason = "misread",
                Target = article.Reports[^1],
            }
        );
        return new(
            Negotiation.End,
            article.Stream,
            article.Version,
            [new(EventId.ForCorrection(article.Stream, retraction.Id), retraction)]
        );
    }

    // Of all articles a few, each as likely as any other; further corrections go to reports that have none.
    private void Note(Arrival arrival, ref int seen)
    {
        if (!byStream.TryGetValue(arrival.Stream, out var article))
        {
            if (arrival.Version?.Negotiation != Negotiation.Id)
                return;
            var place = noted.Count < MostArticlesNoted ? noted.Count : Random.Next(++seen);
            if (place >= MostArticlesNoted)
                return;
            article = new(arrival.Stream);
            if (place < noted.Count)
            {
                byStream.Remove(noted[place].Stream);
                noted[place] = article;
            }
            else
                noted.Add(article);
            byStream.Add(arrival.Stream, article);
        }

        article.Version = arrival.ExpectedVersion + arrival.Events.Count;
        article.Reports.AddRange(arrival.Events.Where(added => added.Event is Report).Select(added => added.Id));
        foreach (var corrected in arrival.Events.Select(added => added.Event).OfType<Correction>())
            article.Reports.Remove(corrected.Target);
    }

    private sealed class NotedArticle(string stream)
    {
        public string Stream => stream;

        public long Version { get; set; }

        public List<Guid> Reports { get; } = [];
    }
}
