namespace Negotiations.Tests.Laws;

/// <summary>
/// Makes random histories out of few people, rounds, acts, outlets and days, so that they really collide.
/// </summary>
internal static class RandomHistory
{
    public static History Next(Dice dice)
    {
        var acts = RandomAct.Some(dice);
        // What texts say of the order agrees with one order of the acts, so that it has no cycle.
        var textOrder = dice.Shuffle(acts)
            .Select((act, place) => (act.Key, place))
            .ToDictionary(pair => pair.Key, pair => pair.place);
        var batches = new List<List<DomainEvent>>();
        foreach (var article in RandomVersions(dice))
        {
            List<DomainEvent>? before = null;
            foreach (var version in article)
            {
                var reports = Replay(version, acts, textOrder, before is not null, dice);
                batches.Add(before is null ? reports : RandomComparison.With(before, reports, dice));
                // A text that goes back to an earlier one is compared with that, or with the one in between.
                if (before is null || dice.Chance(70))
                    before = dice.Chance(90) ? batches[^1] : null;
            }
        }

        return new History(CorrectionSimulation.At(InRandomOrder(batches, dice), dice));
    }

    private static IEnumerable<IReadOnlyList<ArticleVersionPublished>> RandomVersions(Dice dice)
    {
        foreach (var article in dice.Some(["article-a", "article-b", "article-c", "article-d", "article-e"], 4))
        {
            var outlet = dice.Pick(Cast.Outlets);
            var first = new ArticleVersionPublished
            {
                Negotiation = History.Negotiation,
                Article = article,
                Version = "1",
                Outlet = outlet,
                Text = new(Cast.Hash('1'), 1000),
                Published = Calendar.RandomPublication(dice),
                Chain = RandomChain.CreateTail(outlet),
            };
            var times = Enumerable
                .Range(0, 2)
                .Select(_ => Calendar.RandomTime(dice))
                .Where(time => time >= first.Published.Time)
                .Order()
                .ToList();
            var versions = dice.Weighted((66, 0), (14, 1), (20, 2));
            // The third goes back to the text of the first.
            yield return
            [
                first,
                .. times
                    .Take(versions)
                    .Select(
                        (time, place) =>
                            first with
                            {
                                Version = $"{place + 2}",
                                Text = new(Cast.Hash(place == 0 ? '2' : '1'), 1000),
                                Published = Calendar.Published(dice, time),
                            }
                    ),
            ];
        }
    }

    private static List<DomainEvent> Replay(
        ArticleVersionPublished version,
        List<RandomAct> acts,
        Dictionary<string, int> textOrder,
        bool isCompared,
        Dice dice
    )
    {
        var isLiveBlog = dice.Chance(isCompared ? 60 : 25);
        var covers = dice.Chance(60) ? Calendar.RandomCoverage(version.Published.Time, dice) : null;
        var reports = Enumerable
            .Range(1, isCompared ? dice.Between(1, 3) : dice.Between(3, 5))
            .Select(number =>
                RandomReport(
                    version,
                    dice.Pick(acts).RandomReport(dice) with
                    {
                        Covers = covers,
                    },
                    isLiveBlog,
                    dice
                ) with
                {
                    Id = isCompared ? $"v{version.Version}-r{number}" : $"r{number}",
                }
            )
            .ToList();
        return [version, .. dice.Chance(50) ? WithTextOrder(reports, textOrder, dice) : reports];
    }

    private static Report RandomReport(ArticleVersionPublished version, Report report, bool isLiveBlog, Dice dice) =>
        AsCoded.Fit(
            report with
            {
                Negotiation = History.Negotiation,
                Article = version.Article,
                Version = version.Version,
                Known = isLiveBlog && dice.Chance(70) ? Calendar.RandomPublication(dice) : null,
                Chain = RandomChain.Draw(report.Standing, version.Chain, dice),
                Evidence = [new(dice.Below(20) * 10, 1000, Cast.Hash('e'))],
            },
            version
        );

    private static List<Report> WithTextOrder(List<Report> reports, Dictionary<string, int> textOrder, Dice dice) =>
        [
            .. reports.Select(report =>
            {
                var earlier = reports
                    .Where(other =>
                        textOrder[other.Act] < textOrder[report.Act]
                        && AsCoded.CanFollow(report, other)
                        && dice.Chance(45)
                    )
                    .Select(other => other.Id)
                    .ToList();
                return earlier.Count == 0 ? report : report with { PrecededBy = earlier };
            }),
        ];

    private static IEnumerable<string> NamedBy(VersionComparison compared) =>
        [
            .. compared.Carries.Select(carried => carried.Report),
            .. compared.Replaces.SelectMany(replaced => new[] { replaced.New, replaced.Old }),
            .. compared.Drops,
        ];

    private static IReadOnlyList<DomainEvent> InRandomOrder(List<List<DomainEvent>> batches, Dice dice)
    {
        // Some articles are taken in twice: what was coded first, and later what was missed.
        var late = new List<DomainEvent>();
        foreach (var batch in batches.Where(batch => batch.Count > 2 && dice.Chance(30)))
        {
            // A file names only reports that it has, and a comparison those of the versions before.
            var last = ((Report)batch[^1]).Id;
            if (batch.OfType<Report>().Any(report => report.PrecededBy?.Contains(last) == true))
                continue;
            if (
                batches.Any(other =>
                    ((ArticleVersionPublished)other[0]) is { Compared: { } compared } version
                    && version.Article == ((Report)batch[^1]).Article
                    && NamedBy(compared).Contains(last)
                )
            )
                continue;
            late.Add(batch[^1]);
            batch.RemoveAt(batch.Count - 1);
        }

        List<DomainEvent> intake =
        [
            Definitions.InZone("Europe/Istanbul"),
            .. dice.Shuffle(batches).SelectMany(batch => batch),
            .. dice.Shuffle(late),
        ];
        if (dice.Chance(25))
            intake.Insert(
                1 + AsCoded.EndOfFile(intake, dice.Below(intake.Count)),
                Definitions.InZone("America/New_York")
            );
        return intake;
    }
}
