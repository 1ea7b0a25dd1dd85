using NodaTime;

namespace Negotiations.Bench;

/// <summary>An invented negotiation: its file, and how it comes in article by article.</summary>
public sealed class InventedNegotiation
{
    private const int ReportsPerRound = 1_500;
    private const int MostUneven = 500;
    private const int ArticlesPerDayOfBigRound = 6;

    private static readonly string[] Towns =
    [
        "Delta",
        "Northport",
        "Sundown",
        "Mill",
        "Cedar",
        "Granite",
        "Amber",
        "Heron",
    ];

    private static readonly string[] Zones = ["Europe/Helsinki", "Asia/Dubai", "Europe/Lisbon", "Africa/Nairobi"];

    private static readonly LocalDate FirstDay = new(2031, 1, 6);

    private readonly int seed;
    private readonly IReadOnlyList<(int Reports, LocalDate FirstDay, int Days)> rounds;

    /// <param name="number">Its number in the corpus; 0 is the first.</param>
    /// <param name="reports">About how many reports it has.</param>
    /// <param name="seed">Another seed draws another negotiation.</param>
    /// <param name="oneRound">Whether all of it is one round.</param>
    public InventedNegotiation(int number, int reports, int seed, bool oneRound)
    {
        this.seed = seed;
        var town = Towns[number % Towns.Length] + (number < Towns.Length ? "" : $" {1 + (number / Towns.Length)}");
        Id = Slug.From(town);
        Reports = reports;
        var random = new Random(seed);
        Cast = new(town, random);
        Zone = DateTimeZoneProviders.Tzdb[Zones[number % Zones.Length]];
        rounds = PlanRounds(reports, oneRound, random);
        Definition = new()
        {
            Negotiation = Id,
            Title = $"{town} Talks",
            Zone = Zone.Id,
            Rounds =
            [
                .. rounds.Select(
                    (round, place) =>
                        new Round(
                            InventedRound.FormatId(place),
                            $"Round {place + 1}",
                            Edtf.Parse(NodaTime.Text.LocalDatePattern.Iso.Format(round.FirstDay)[..7])
                        )
                ),
            ],
            Entities = Cast.Entities,
            Issues = Cast.Issues,
            Places = Cast.Places,
        };
    }

    public string Id { get; }

    public Cast Cast { get; }

    public DateTimeZone Zone { get; }

    /// <summary>Its own file.</summary>
    public NegotiationDefined Definition { get; }

    /// <summary>About how many reports it has.</summary>
    public int Reports { get; }

    public int Rounds => rounds.Count;

    /// <summary>When its first article can come out.</summary>
    public Instant Start => rounds[0].FirstDay.AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>When its last round is over.</summary>
    public Instant End => FindEnd(rounds.Count - 1);

    /// <summary>Everything in the order in which it comes in.</summary>
    public IEnumerable<Arrival> DrawArrivals()
    {
        var stream = StreamName.ForNegotiation(Id);
        yield return new(Start - Duration.FromDays(1), stream, 0, [new(EventId.ForDefinition(stream, 1), Definition)]);
        var waiting = new PriorityQueue<Arrival, (Instant, string, long)>(ByTime);
        foreach (var text in DrawTexts())
        {
            // Nothing of this text or of a later one comes in before it came out.
            while (waiting.TryPeek(out var next, out _) && next.Time < text[0].Published)
                yield return waiting.Dequeue();
            foreach (var arrival in text.SelectMany(article => article.ListArrivals()))
                waiting.Enqueue(arrival, (arrival.Time, arrival.Stream, arrival.ExpectedVersion));
        }

        while (waiting.TryDequeue(out var next, out _))
            yield return next;
    }

    /// <summary>The articles with all that comes in of each, by when they came out.</summary>
    internal IEnumerable<InventedArticle> DrawArticles() => DrawTexts().SelectMany(text => text);

    /// <summary>
    /// One more article, which comes out at the end of a round: of any but the last it is a late one.
    /// </summary>
    /// <param name="number">Tells such articles apart.</param>
    /// <param name="reports">The number of reports, each of a new act.</param>
    /// <param name="round">The number of the round.</param>
    public Arrival DrawFurtherArticle(int number, int reports, int round)
    {
        var random = new Random(unchecked(seed + (number * 15_485_863)));
        var drawn = CreateRound(round);
        var draw = new ActDraw(random, Cast, drawn, rounds.Count, Id);
        var acts = Enumerable
            .Range(0, reports)
            .Select(act => draw.Next(1_000_000_000 + (number * 1_000) + act, drawn.Meeting.PlusDays(random.Next(3))))
            .ToList();
        var published = FindEnd(round) + Duration.FromMinutes(number % 1_000);
        return new ArticleDraw(this, random, drawn).DrawFurther(number, published, acts).ListArrivals()[0];
    }

    /// <summary>When a round is half over.</summary>
    public Instant FindMiddle(int round) =>
        rounds[round].FirstDay.PlusDays(rounds[round].Days / 2).AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>When a round is over.</summary>
    public Instant FindEnd(int round) =>
        rounds[round].FirstDay.PlusDays(rounds[round].Days + 1).AtStartOfDayInZone(Zone).ToInstant();

    // An article, or several with one text.
    private IEnumerable<IReadOnlyList<InventedArticle>> DrawTexts()
    {
        var acts = 0;
        for (var number = 0; number < rounds.Count; number++)
        {
            var round = CreateRound(number);
            var random = new Random(unchecked(seed + 1 + (number * 31_337)));
            var mentions = new Mentions(random, round, Cast, rounds.Count, this, acts);
            acts += mentions.Acts;
            var draw = new ArticleDraw(this, random, round);
            foreach (var (place, article) in mentions.Articles.Index())
                yield return draw.Draw(
                    place,
                    article.Published,
                    article.Acts,
                    place + 1 < mentions.Articles.Count ? mentions.Articles[place + 1].Acts : []
                );
        }
    }

    private InventedRound CreateRound(int number) =>
        new(
            number,
            rounds[number].Reports,
            rounds[number].FirstDay,
            rounds[number].Days,
            Cast,
            new Random(unchecked(seed + (number * 7_907)))
        );

    private static IReadOnlyList<(int, LocalDate, int)> PlanRounds(int reports, bool oneRound, Random random)
    {
        var count = oneRound ? 1 : Math.Max(1, (reports + (ReportsPerRound / 2)) / ReportsPerRound);
        var planned = new List<(int, LocalDate, int)>();
        var (day, surplus) = (FirstDay, 0);
        for (var number = 0; number < count; number++)
        {
            // What one round has more, the next one has less.
            var uneven = number % 2 == 0 && number + 1 < count ? random.Next(-MostUneven, MostUneven + 1) : -surplus;
            surplus = number % 2 == 0 ? uneven : 0;
            var size = (reports / count) + uneven;
            var days = oneRound
                ? Math.Max(14, size / Mentions.ReportsPerArticle / ArticlesPerDayOfBigRound)
                : random.Next(12, 31);
            planned.Add((size, day, days));
            day = day.PlusDays(days + random.Next(5));
        }

        return planned;
    }

    private static readonly Comparer<(Instant Time, string Stream, long Version)> ByTime = Comparer<(
        Instant Time,
        string Stream,
        long Version
    )>.Create(
        (one, other) =>
            one.Time.CompareTo(other.Time) is not 0 and var byTime ? byTime
            : string.CompareOrdinal(one.Stream, other.Stream) is not 0 and var byStream ? byStream
            : one.Version.CompareTo(other.Version)
    );
}
