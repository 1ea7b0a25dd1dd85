using NodaTime;

namespace Negotiations.Bench;

/// <summary>An invented negotiation as articles report it: the same for the same size and seed.</summary>
/// <param name="Streams">The streams with their events, in the order of publication; the negotiation's own file
/// first.</param>
/// <param name="Reports">The number of reports.</param>
/// <param name="Middle">The time at which half of the articles were out.</param>
public sealed record InventedHistory(
    IReadOnlyList<(string Stream, IReadOnlyList<NewEvent> Events)> Streams,
    int Reports,
    Instant Middle
)
{
    public const string Negotiation = "delta";

    private const int ReportsPerArticle = 50;
    private const int ArticlesPerDay = 4;
    private const int ReportsPerRound = 8_000;
    private const int FewestRounds = 5;
    private const int MostReportsPerAct = 6;

    /// <summary>How many articles after the first one may still report an act.</summary>
    private const int Attention = 3 * ArticlesPerDay;

    private static readonly LocalDate FirstDay = new(2031, 1, 6);

    /// <summary>The number of events.</summary>
    public int Events => Streams.Sum(stream => stream.Events.Count);

    /// <summary>Draws a history.</summary>
    public static InventedHistory Draw(int reports, int seed)
    {
        var random = new Random(seed);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];
        var count = Math.Max(2, reports / ReportsPerArticle);
        var articles = Enumerable
            .Range(0, count)
            .Select(number => new InventedArticle(
                random,
                number,
                ComputeTime(number).InZoneLeniently(zone).ToInstant()
            ))
            .ToList();
        var mentions = Mentions(random, reports, count, CreateRounds(reports));
        return new(
            [
                (StreamName.ForNegotiation(Negotiation), [Definition(CreateRounds(reports), zone)]),
                .. articles.Select((article, number) => (article.Stream, article.Report(mentions[number]))),
            ],
            mentions.Sum(acts => acts.Count),
            articles[count / 2].Time
        );
    }

    /// <summary>Which acts each article reports, in the order of its text.</summary>
    private static List<InventedAct>[] Mentions(Random random, int reports, int articles, IReadOnlyList<Round> rounds)
    {
        var draw = new ActDraw(random, rounds);
        var mentions = Enumerable.Range(0, articles).Select(_ => new List<InventedAct>()).ToArray();
        for (var (done, number) = (0, 0); done < reports; number++)
        {
            var progress = (double)done / reports;
            var first = (int)(progress * articles);
            var act = draw.Next(number, ComputeTime(first).Date.PlusDays(-random.Next(3)), progress);
            var times = Math.Min(random.Few(MostReportsPerAct), reports - done);
            foreach (
                var article in Enumerable
                    .Range(0, times)
                    .Select(_ => first + random.Next(Math.Min(Attention, articles - first)))
                    .Distinct()
            )
            {
                mentions[article].Add(act);
                done++;
            }
        }

        foreach (var acts in mentions)
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(acts));
        return mentions;
    }

    private static NewEvent Definition(IReadOnlyList<Round> rounds, DateTimeZone zone) =>
        new(
            EventId.ForDefinition(StreamName.ForNegotiation(Negotiation), 1),
            new NegotiationDefined
            {
                Negotiation = Negotiation,
                Title = "Delta Talks",
                Zone = zone.Id,
                Rounds = rounds,
                Entities = Cast.Entities,
            }
        );

    private static IReadOnlyList<Round> CreateRounds(int reports) =>
        [
            .. Enumerable
                .Range(1, Math.Max(FewestRounds, reports / ReportsPerRound))
                .Select(number => new Round($"round-{number}", $"Round {number}")),
        ];

    private static LocalDateTime ComputeTime(int article) =>
        FirstDay
            .At(new(8, 0))
            .PlusDays(article / ArticlesPerDay)
            .PlusHours(4 * (article % ArticlesPerDay))
            .PlusMinutes(article % 60);
}
