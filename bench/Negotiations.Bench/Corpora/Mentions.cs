using System.Runtime.InteropServices;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>When the articles of a round come out, and which acts each of them reports.</summary>
internal sealed class Mentions
{
    public const int ReportsPerArticle = 20;

    private const int MostReportsPerAct = 6;

    // With copies and second versions a round has more reports than its articles first had.
    private const double Repeated = 1.16;

    // How many articles after the first one may still report an act.
    private const int Attention = 14;

    private const int BurstPercent = 45;
    private const int FirstMinute = 6 * 60;
    private const int LastMinute = 23 * 60;

    public Mentions(
        Random random,
        InventedRound round,
        Cast cast,
        int rounds,
        InventedNegotiation negotiation,
        int acts
    )
    {
        var reports = Math.Max(4, (int)(round.Reports / Repeated));
        var times = DrawTimes(random, round, Math.Max(2, reports / ReportsPerArticle));
        var reported = times.Select(_ => new List<InventedAct>()).ToArray();
        var draw = new ActDraw(random, cast, round, rounds, negotiation.Id);
        for (var done = 0; done < reports; Acts++)
        {
            var first = (int)((double)done / reports * times.Count);
            var act = draw.Next(acts + Acts, times[first].Date.PlusDays(-random.Next(3)));
            var mentions = Math.Min(random.Few(MostReportsPerAct), reports - done);
            foreach (
                var article in Enumerable
                    .Range(0, mentions)
                    .Select(_ => first + random.Next(Math.Min(Attention, times.Count - first)))
                    .Distinct()
            )
            {
                reported[article].Add(act);
                done++;
            }
        }

        foreach (var mentioned in reported)
            random.Shuffle(CollectionsMarshal.AsSpan(mentioned));
        Articles =
        [
            .. times
                .Zip(reported, (time, mentioned) => (time.InZoneLeniently(negotiation.Zone).ToInstant(), mentioned))
                .Where(article => article.mentioned.Count > 0),
        ];
    }

    /// <summary>The number of acts.</summary>
    public int Acts { get; }

    public IReadOnlyList<(Instant Published, List<InventedAct> Acts)> Articles { get; }

    private static List<LocalDateTime> DrawTimes(Random random, InventedRound round, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    (
                        random.Percent(BurstPercent)
                            ? random.Pick(round.Bursts)
                            : round.FirstDay.PlusDays(random.Next(round.Days))
                    )
                        .AtMidnight()
                        .PlusMinutes(random.Next(FirstMinute, LastMinute))
                )
                .Order(),
        ];
}
