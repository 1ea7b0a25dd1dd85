using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Tests.Laws;

/// <summary>Small histories with corrections on which a law or the oracle once found the product wrong.</summary>
public sealed class CorrectionsFoundBefore
{
    private static readonly Report Held = Told.Held.In("13T06", "r1", "held");

    [Fact]
    public void A_version_that_nobody_compared_does_not_make_a_value_newer()
    {
        var trial = Told.Trial(Held);
        trial = trial.With(
            trial.FindVersion("13T06") with
            {
                Version = "2",
                Published = new(ToldCorrection.Time("15T06"), PublicationBasis.Stated),
            }
        );

        Holds(trial);
        Assert.Equal(
            ToldCorrection.Time("13T06"),
            Product.Answer(trial.History.Log, trial.Question).Facts.Single().KnownFrom
        );
    }

    [Fact]
    public void A_report_that_a_text_goes_back_to_stands_since_before()
    {
        var second = Held with { Version = "2", Id = "r2", Act = "other" };
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        trial = trial.With(
            first with
            {
                Version = "2",
                Published = new(ToldCorrection.Time("14T06"), PublicationBasis.Stated),
                Compared = new("1", [], [new("r2", "r1")], []),
            },
            second,
            first with
            {
                Version = "3",
                Published = new(ToldCorrection.Time("15T06"), PublicationBasis.Stated),
                Compared = new("1", [new("r1", Held.Evidence)], [], []),
            }
        );

        Holds(trial);
        Assert.Null(EveryValueHasItsReasons.SameFromItsReasons(trial, Product.Answer));
    }

    [Fact]
    public void A_coders_correction_of_a_notice_is_not_known_before_the_notice()
    {
        var notice = new ReportRetracted(Held.Publisher("notice", "16T06"));
        var trial = Told.Trial(Held).With(notice, new ReportRetracted(notice.Coder("misread"))).KnownBy("14T06");

        Holds(trial);
        Assert.Equal("", Product.Answer(trial.History.Log, trial.Question).Facts.Single().Flags);
    }

    [Fact]
    public void A_coders_retraction_of_a_withdrawal_puts_the_notice_back_in_force()
    {
        var notice = new ReportRetracted(Held.Publisher("notice", "14T06"));
        var withdrawal = new CorrectionUndone(notice.Publisher("withdrawal", "15T06"));
        var trial = Told.Trial(Held).With(notice, withdrawal, new ReportRetracted(withdrawal.Coder("misread")));

        Holds(trial);
        Assert.True(CorrectionSimulation.AllAdmitted(trial.History));
        Assert.Empty(Product.Answer(trial.History.Log, trial.Question).Facts);
    }

    [Fact]
    public void Two_undos_of_one_notice_are_taken_in_in_any_order_after_it()
    {
        var notice = new ReportRetracted(Held.Publisher("n1", "14T06"));
        var undo = new CorrectionUndone(notice.Publisher("n2", "16T06"));
        var undoOfUndo = new CorrectionUndone(undo.Publisher("n3", "18T06"));
        var second = new CorrectionUndone(notice.Publisher("n4", "17T06"));
        Trial[] trials =
        [
            Told.Trial(Held).With(notice, undo, undoOfUndo, second),
            Told.Trial(Held).With(notice, undo, second, undoOfUndo),
            Told.Trial(Held).With(notice, second, undo, undoOfUndo),
        ];

        Assert.All(trials, trial => Assert.True(CorrectionSimulation.AllAdmitted(trial.History)));
        Assert.All(trials, Holds);
        // Withdrawn from the first notice to the first undo; the undo of that changes nothing while the second stands.
        foreach (var (time, count) in new[] { ("13T06", 1), ("14T06", 0), ("16T06", 1), ("17T06", 1), ("18T06", 1) })
        {
            Assert.All(trials, trial => Holds(trial.KnownBy(time)));
            Assert.All(trials, trial =>
                Assert.Equal(count, Product.Answer(trial.History.Log, trial.KnownBy(time).Question).Facts.Count)
            );
        }
    }

    [Fact]
    public void A_coder_undoes_for_all_times_what_a_publisher_undid_from_a_notice_on_but_only_once()
    {
        var notice = new ReportRetracted(Held.Publisher("notice", "14T06"));
        var withdrawal = new CorrectionUndone(notice.Publisher("withdrawal", "16T06"));
        var undo = new CorrectionUndone(notice.Coder("undo"));
        var trial = Told.Trial(Held).With(notice, withdrawal, undo);

        Assert.True(CorrectionSimulation.AllAdmitted(trial.History));
        Assert.True(CorrectionSimulation.AllAdmitted(Told.Trial(Held).With(notice, undo, withdrawal).History));
        Holds(trial.KnownBy("15T06"));
        Assert.Single(Product.Answer(trial.History.Log, trial.KnownBy("15T06").Question).Facts);
        var again = new CorrectionUndone(notice.Coder("again"));
        Assert.Equal(
            "undo",
            CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(again), again)!.Winner!.Correction.Id
        );
    }

    [Fact]
    public void A_link_is_no_part_of_the_chain_of_corrections_of_a_version()
    {
        var trial = Told.Trial(Held, Told.Declined.In("14T06", "r1", "declined"));
        var version = trial.FindVersion("13T06");
        var published = new PublicationCorrected(version.Coder("time"))
        {
            Published = new(ToldCorrection.Time("13T05"), PublicationBasis.Stated),
        };
        var link = new ArticlesLinked(version.Coder("link")) { Other = "14T06" };

        Holds(trial.With(link, published));
        Holds(trial.With(published, link));
        Assert.True(CorrectionSimulation.AllAdmitted(trial.With(link, published).History));
    }

    [Fact]
    public void A_report_that_changes_its_type_and_back_has_no_details_of_the_other()
    {
        var first = Told.Scheduled("2025-05-15").In("13T06", "r1", "act");
        var trial = Told.Trial(first);
        var other = new ReportCorrected(first.Coder("other"))
        {
            Changes = new JsonObject
            {
                ["type"] = "AttendanceDeclined",
                ["person"] = JsonSerializer.SerializeToNode(Cast.People[0], EventJson.Options),
            },
        };
        var back = new ReportCorrected(first.Coder("back", on: other))
        {
            Changes = new JsonObject { ["type"] = "TalksScheduled", ["date"] = "2025-05-16" },
        };
        trial = trial.With(other, back);

        Holds(trial);
        var now = trial.History.AsRead.ReportsKnownBy(null).Single().Report;
        Assert.Equal(EventJson.Write(Told.Scheduled("2025-05-16").In("13T06", "r1", "act")), EventJson.Write(now));
    }

    [Fact]
    public void A_detail_given_to_a_type_that_a_report_no_longer_has_is_gone_with_it()
    {
        var first = Told.Scheduled("2025-05-15").In("13T06", "r1", "act");
        var other = new ReportCorrected(first.Coder("other"))
        {
            Changes = new JsonObject
            {
                ["type"] = "AttendanceDeclined",
                ["person"] = JsonSerializer.SerializeToNode(Cast.People[0], EventJson.Options),
            },
        };
        var detail = new ReportCorrected(first.Coder("detail", on: other))
        {
            Changes = new JsonObject { ["event"] = "talks" },
        };
        var trial = Told.Trial(first).With(other, detail, new CorrectionUndone(other.Coder("undo")));

        Holds(trial);
        Assert.Equal(
            EventJson.Write(first),
            EventJson.Write(trial.History.AsRead.ReportsKnownBy(null).Single().Report)
        );
    }

    [Fact]
    public void An_answer_does_not_hang_on_the_culture_of_the_machine()
    {
        // In Danish, "Aa" comes after "B".
        Report Narrated(string article, string outlet) =>
            Told.Held.In(article, "r1", "held") with
            {
                Chain = [new() { Kind = LinkKind.Outlet, Name = Cast.Named(outlet) }],
            };
        var trial = Told.Trial(
            Narrated("13T06", "Aachen Post"),
            Narrated("13T07", "Berlin Post"),
            Narrated("13T08", "Aachen Post")
        );
        trial = trial with
        {
            History = new([
                .. trial.History.Intake.Select(@event =>
                    @event is ArticleVersionPublished version
                        ? version with
                        {
                            Outlet = Cast.Named(version.Article == "13T07" ? "Berlin Post" : "Aachen Post"),
                        }
                        : @event
                ),
            ]),
        };
        trial = trial.With(new ArticlesLinked(trial.FindVersion("13T06").Coder("link")) { Other = "13T07" });

        Assert.Equal(AnswerIn("en-GB"), AnswerIn("da-DK"));

        string AnswerIn(string culture)
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                return Product.Answer(trial.History.Log, trial.Question).Whole;
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void A_correction_that_changes_only_answers_with_a_bound_on_the_happened_clock_names_their_days()
    {
        var trial = Told.Trial(
            Told.Confirmed.In("15T06", "r1", "later", "2025-05-14"),
            Told.Declined.In("16T06", "r1", "earlier", "2025-05-13")
        );

        var plan = CorrectionPlan.Create(
            trial.History.AsRead,
            new ReportRetracted(trial.History.Reports.Last().Coder("retraction"))
        );

        Assert.Empty(plan.Effects);
        var effect = Assert.Single(plan.HappenedEffects);
        Assert.Equal(
            ("2025-05/attendance/anna-ash", new NodaTime.LocalDate(2025, 5, 13)),
            (effect.Key, Assert.Single(effect.Days))
        );
    }

    [Fact]
    public void A_time_that_is_only_assumed_now_is_named_where_it_shows_only_under_a_bound_on_the_happened_clock()
    {
        var trial = Told.Trial(
            Told.Confirmed.In("14T06", "r1", "later", "2025-05-14"),
            Told.Declined.In("15T06", "r1", "earlier", "2025-05-13")
        );
        var version = trial.FindVersion("15T06");

        var plan = CorrectionPlan.Create(
            trial.History.AsRead,
            new PublicationCorrected(version.Coder("assumed"))
            {
                Published = version.Published with
                {
                    Basis = PublicationBasis.Assumed,
                    Reason = "the page has no time",
                },
            }
        );

        Assert.Empty(plan.Effects);
        Assert.Equal("2025-05/attendance/anna-ash", Assert.Single(plan.HappenedEffects).Key);
    }

    [Fact]
    public void An_act_that_counts_no_longer_for_a_bound_gives_no_order_to_others()
    {
        var trial = Told.Trial(
            Told.Elsewhere.In("14T06", "r1", "between"),
            Told.Declined.In("14T13", "r1", "declined", "2025-05-14"),
            Told.Possible.In("14T22", "r1", "possible", "2025-05-15"),
            Told.Confirmed.In("15T06", "r1", "confirmed", "2025-05-14"),
            Told.Elsewhere.In("15T06", "r2", "between", precededBy: "r1")
        );
        var moved = new PublicationCorrected(trial.FindVersion("14T06").Coder("moved"))
        {
            Published = trial.FindVersion("15T06").Published,
        };

        var plan = CorrectionPlan.Create(trial.History.AsRead, moved);

        Assert.DoesNotContain(plan.Effects, effect => effect.Key == "2025-05/attendance/anna-ash");
        var effect = Assert.Single(plan.HappenedEffects, effect => effect.Key == "2025-05/attendance/anna-ash");
        Assert.Equal([new NodaTime.LocalDate(2025, 5, 14)], effect.Days);
    }

    [Fact]
    public void A_notice_is_not_known_before_the_entry_that_it_corrects()
    {
        var entry = Held with { Known = new(ToldCorrection.Time("15T06"), PublicationBasis.Stated) };

        Holds(Told.Trial(entry).With(new ReportRetracted(entry.Publisher("notice", "13T06"))).KnownBy("14T06"));
    }

    [Fact]
    public void Articles_are_no_text_together_before_both_are_out()
    {
        // Three outlets: of the linked two the first by name came out last.
        Report Narrated(string article, string outlet) =>
            Held.In(article, "r1", "held") with
            {
                Chain = [new() { Kind = LinkKind.Outlet, Name = Cast.Named(outlet) }],
            };
        var trial = Told.Trial(
            Narrated("13T06", "River Gazette"),
            Narrated("13T07", "Evening Herald"),
            Narrated("16T06", "Evening Herald")
        );
        trial = trial with
        {
            History = new([
                .. trial.History.Intake.Select(@event =>
                    @event is ArticleVersionPublished { Article: "13T06" } version
                        ? version with
                        {
                            Outlet = Cast.Named("River Gazette"),
                        }
                        : @event
                ),
            ]),
        };
        trial = trial.With(new ArticlesLinked(trial.FindVersion("13T06").Coder("link")) { Other = "16T06" });

        Holds(trial.KnownBy("14T06"));
        Assert.Equal(2, Product.Answer(trial.History.Log, trial.KnownBy("14T06").Question).Facts.Single().Origins);
        Assert.Equal(1, Product.Answer(trial.History.Log, trial.Question).Facts.Single().Origins);
    }

    [Fact]
    public void Reasons_do_not_hang_on_the_order_of_intake()
    {
        Report[] reports =
        [
            Told.Held.In("14T22", "r2", "act-7", precededBy: "r3"),
            Told.Held.In("14T22", "r3", "act-1", "2025-05-14"),
            Told.Scheduled("2025-05").In("14T13", "r3", "act-1"),
            Told.Held.In("14T13", "r4", "act-6", precededBy: "r3"),
            Told.Scheduled("2025-05-15").In("14T06", "r4", "act-6", "[..2025-05-15]", standing: Standing.OwnUnnamed),
        ];
        var trial = Told.Trial(reports);

        for (var seed = 0; seed < 40; seed++)
            Assert.Null(TheOrderOfIntakeDoesNotMatter.SameInAnotherOrder(trial with { Seed = seed }, Product.Answer));
    }

    [Fact]
    public void A_contradiction_that_only_earlier_readers_see_is_refused()
    {
        var (first, second, third) = (
            Told.Elsewhere.In("13T06", "r1", "first"),
            Told.Elsewhere.In("13T06", "r2", "second", precededBy: "r1"),
            Told.Elsewhere.In("14T06", "r1", "other")
        );
        var fourth = Told.Declined.In("14T06", "r2", "first", precededBy: "r1");
        var trial = Told.Trial(first, second, third, fourth)
            .With(new ReportRetracted(second.Publisher("notice", "16T06")));
        var correction = new ReportCorrected(third.Coder("act")) { Changes = new JsonObject { ["act"] = "second" } };

        Assert.StartsWith(
            "the orders that the texts give would contradict each other",
            CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(correction), correction)!.Message
        );
    }

    [Fact]
    public void A_version_that_comes_in_late_does_not_lie_before_the_one_that_it_is_compared_with()
    {
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        trial = trial.With(
            new PublicationCorrected(first.Coder("later"))
            {
                Published = new(ToldCorrection.Time("15T06"), PublicationBasis.Stated),
            }
        );
        var second = first with
        {
            Version = "2",
            Published = new(ToldCorrection.Time("14T06"), PublicationBasis.Stated),
        };

        Assert.Equal(
            "version '2' of 2025-05-14T09:00:00+03:00 is compared with version '1' as the one before, "
                + "which came out only at "
                + "2025-05-15T09:00:00+03:00: correct the time of publication that is wrong first",
            VersionRules.Refuse(trial.History.AsRead, second with { Compared = new("1", [], [], ["r1"]) })
        );
        Assert.Null(VersionRules.Refuse(trial.History.AsRead, second));
        Holds(trial.With(second));
    }

    [Fact]
    public void A_version_that_comes_in_late_does_not_lie_after_one_that_is_compared_with_it()
    {
        var second = Held with { Version = "2" };
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        var later = first with
        {
            Version = "2",
            Compared = new("1", [], [], ["r1"]),
            Published = new(ToldCorrection.Time("14T06"), PublicationBasis.Stated),
        };
        var log = new History([
            trial.History.Intake[0],
            later,
            second,
            new PublicationCorrected(later.Coder("earlier"))
            {
                Published = new(ToldCorrection.Time("12T06"), PublicationBasis.Stated),
            },
        ]).AsRead;

        Assert.StartsWith(
            "version '2' of 2025-05-12T09:00:00+03:00 is compared with version '1' as the one before",
            VersionRules.Refuse(log, first)
        );
    }

    [Fact]
    public void Compared_versions_whose_times_are_the_wrong_way_round_can_be_put_right()
    {
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        var second = first with
        {
            Version = "2",
            Compared = new("1", [], [], ["r1"]),
            Published = new(ToldCorrection.Time("12T06"), PublicationBasis.Stated),
        };
        trial = trial.With(second);
        var right = new PublicationCorrected(second.Coder("right"))
        {
            Published = new(ToldCorrection.Time("14T06"), PublicationBasis.Stated),
        };

        Assert.Null(CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(right), right));
        Holds(trial.With(right));
    }

    [Fact]
    public void A_corrected_time_is_not_undone_where_a_later_version_would_come_to_lie_before()
    {
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        var earlier = new PublicationCorrected(first.Coder("earlier"))
        {
            Published = new(ToldCorrection.Time("11T06"), PublicationBasis.Stated),
        };
        trial = trial.With(
            earlier,
            first with
            {
                Version = "2",
                Compared = new("1", [], [], ["r1"]),
                Published = new(ToldCorrection.Time("12T06"), PublicationBasis.Stated),
            }
        );
        var undo = new CorrectionUndone(earlier.Coder("undo"));

        Assert.StartsWith(
            "version '2' of 2025-05-12T09:00:00+03:00 is compared",
            CorrectionRules.Refuse(trial.History.AsRead, RecordedPlaces.FindId(undo), undo)!.Message
        );
    }

    private static void Holds(Trial trial)
    {
        Assert.Null(AnswersAgreeWithTheOracle.SameAsTheOracle(trial, Product.Answer));
        Assert.Null(
            NothingLeaksFromTheFuture.SameWithoutTheFuture(
                trial,
                NothingLeaksFromTheFuture.AnswerWithoutWhatMayHaveBeenOut
            )
        );
        Assert.Null(TheOrderOfIntakeDoesNotMatter.SameInAnotherOrder(trial, Product.Answer));
        Assert.Null(APublishersCorrectionCountsFromItsNotice.SameBeforeTheNotice(trial, Product.Answer));
    }
}
