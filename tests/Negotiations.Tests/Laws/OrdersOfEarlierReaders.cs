using System.Text.Json.Nodes;
using Negotiations.Coding;

namespace Negotiations.Tests.Laws;

/// <summary>Texts that contradict each other only for readers of some time, or only together.</summary>
public sealed class OrdersOfEarlierReaders
{
    private static readonly Report[] One =
    [
        Told.Elsewhere.In("13T06", "r1", "first"),
        Told.Elsewhere.In("13T06", "r2", "second", precededBy: "r1"),
    ];
    private static readonly Report[] Other =
    [
        Told.Elsewhere.In("14T06", "r1", "second"),
        Told.Declined.In("14T06", "r2", "first", precededBy: "r1"),
    ];

    [Fact]
    public async Task Are_refused_by_a_replay_although_later_readers_see_no_contradiction()
    {
        var (first, second) = (
            Version("13T06") with
            {
                Article = "article-a",
            },
            Version("14T06") with
            {
                Article = "article-b",
            }
        );
        var one = One.Select(report => Whole(report, first)).ToArray();
        var other = Other.Select(report => Whole(report, second)).ToArray();
        // The second article is taken in after the notice, and has come out before it.
        var log = new History([
            Definitions.InZone("Europe/Istanbul"),
            first,
            .. one,
            new ReportRetracted(one[1].Publisher("notice", "16T06")),
            second,
            .. other,
        ]).AsRead;
        Assert.Null(OrderCycles.FindCycle(log.ReportsKnownBy(null)));

        var store = new InMemoryEventStore();
        var refusals = new List<string?>();
        foreach (var step in WrittenFile.InSteps(log))
            refusals.Add(await WrittenHistory.ReplayAsync(store, [step]));

        Assert.Contains(
            "contradict each other: first after second after first",
            Assert.Single(refusals.OfType<string>())
        );
        Assert.DoesNotContain(store.Log, recorded => recorded.Stream.EndsWith("article-b", StringComparison.Ordinal));
    }

    [Fact]
    public void That_are_in_a_store_refuse_nothing_that_has_no_part_in_them()
    {
        var trial = Told.Trial([.. One, .. Other]);
        var unrelated = new ReportCorrected(One[0].Coder("unrelated"))
        {
            Changes = new JsonObject { ["certainty"] = 1 },
        };
        Assert.NotNull(OrderCycles.FindCycle(trial.History.AsRead.ReportsKnownBy(null)));

        Assert.Null(CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(unrelated), unrelated));
    }

    [Fact]
    public void That_are_in_a_store_do_not_hide_another_contradiction()
    {
        Report[] third =
        [
            Told.Declined.In("15T06", "r1", "third"),
            Told.Declined.In("15T06", "r2", "fourth", precededBy: "r1"),
        ];
        Report[] fourth = [Told.Declined.In("16T06", "r1", "fourth"), Told.Declined.In("16T06", "r2", "third")];
        var trial = Told.Trial([.. One, .. Other, .. third, .. fourth]);
        var cyclic = new ReportCorrected(fourth[1].Coder("cyclic"))
        {
            Changes = new JsonObject { ["precededBy"] = new JsonArray("r1") },
        };

        Assert.Contains(
            "third after fourth after third",
            CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(cyclic), cyclic)?.Message
        );
    }

    [Fact]
    public async Task Of_two_corrections_that_contradict_each_other_only_together_the_second_is_decided_anew()
    {
        var (a, b) = (One[1] with { PrecededBy = null }, Other[1] with { PrecededBy = null });
        var store = new InMemoryEventStore();
        foreach (var recorded in Told.Trial(One[0], a, Other[0], b).History.Log)
            await store.AppendAsync(
                recorded.Stream,
                (await store.ReadStreamAsync(recorded.Stream)).Version,
                [new(recorded.Id, recorded.Event)]
            );
        var before = await store.ReadLogAsync(History.Negotiation, recordedBy: null);
        var (first, second) = (CreatePlan(a, "one", before), CreatePlan(b, "two", before));
        Assert.All([first, second], plan => Assert.Null(plan.Refusal));

        await store.AppendAsync(first.Stream, first.ExpectedVersion, [first.Added], first.Basis);
        await Assert.ThrowsAsync<ConcurrencyException>(() =>
            store.AppendAsync(second.Stream, second.ExpectedVersion, [second.Added], second.Basis)
        );

        var after = await store.ReadLogAsync(History.Negotiation, recordedBy: null);
        Assert.Contains("contradict each other", CreatePlan(b, "two", after).Refusal?.Message);

        static CorrectionPlan CreatePlan(Report report, string id, NegotiationLog log) =>
            CorrectionPlan.Create(
                log,
                new ReportCorrected(report.Coder(id))
                {
                    Changes = new JsonObject { ["precededBy"] = new JsonArray("r1") },
                }
            );
    }

    // Beside the look at each loss, the plain way: at every time known, over all reports.
    [Fact]
    public void Are_found_where_a_look_at_every_time_finds_them()
    {
        var found = 0;
        for (var number = 0; number < Math.Min(Trials.Count, 500); number++)
        {
            var trial = Trials.At(number);
            var intake = trial
                .History.Intake.Select(@event =>
                    @event is Report report && trial.Dice.Chance(30) ? Ordered(report, trial) : @event
                )
                .ToList();
            var (before, after) = (trial.History.AsRead, new History(intake).AsRead);
            var expected = after.TimesKnown.Any(time => OrderCycles.FindCycle(after.ReportsKnownBy(time)) is not null);
            Assert.True(
                expected == OrderCycles.FindNewCycle(before, after) is not null,
                $"NEGOTIATIONS_SEED={Trials.Seed}, case {number}"
            );
            if (expected)
                found++;
        }

        Assert.InRange(found, 1, Math.Min(Trials.Count, 500) - 1);
    }

    private static Report Ordered(Report report, Trial trial) =>
        report with
        {
            PrecededBy =
            [
                trial.Dice.Pick([
                    .. trial
                        .History.Reports.Where(other =>
                            other.Article == report.Article && other.Version == report.Version
                        )
                        .Select(other => other.Id),
                ]),
            ],
        };

    private static ArticleVersionPublished Version(string article) =>
        Told.Trial([.. One, .. Other]).FindVersion(article) with
        {
            Text = new(Cast.Hash('1'), 1000),
            Chain = RandomChain.CreateTail(Cast.Outlets[0]),
        };

    // As a coded file would have it.
    private static Report Whole(Report report, ArticleVersionPublished version) =>
        AsCoded.Fit(
            report with
            {
                Article = version.Article,
                Chain =
                [
                    report.Chain[0] with
                    {
                        Implied = "the text",
                    },
                    new()
                    {
                        Kind = LinkKind.Outlet,
                        Name = Cast.Outlets[0],
                        Implied = "the text",
                    },
                ],
                Evidence = [new(report.Evidence[0].Start * 10, 1000, Cast.Hash('e'))],
            },
            version
        );
}
