namespace Negotiations.Tests.Laws;

/// <summary>Small histories on which a law or the oracle once found the product wrong.</summary>
public sealed class CasesFoundBefore
{
    [Fact]
    public void A_claim_that_only_the_text_puts_later_brings_its_reasons() =>
        Holds(
            "held",
            Told.Held.In("13T13", "r1", "held", "2025-05-13"),
            Told.Elsewhere.In("15T13", "r1", "held"),
            Told.Scheduled("2025-05-15").In("15T13", "r2", "scheduled", origin: "Borovia Presidency", precededBy: "r1")
        );

    [Fact]
    public void An_act_is_not_put_before_another_by_one_that_stands_after_both() =>
        Holds(
            "declined",
            Told.Elsewhere.In("13T06", "r1", "after-both", precededBy: "r2"),
            Told.Declined.In("13T06", "r2", "winner"),
            Told.Elsewhere.In("14T06", "r1", "winner", precededBy: "r4"),
            Told.Elsewhere.In("14T06", "r2", "after-both", precededBy: "r4"),
            Told.Declined.In("14T06", "r4", "before")
        );

    [Fact]
    public void The_repeat_of_a_postponed_schedule_stands_against_the_postponement() =>
        Holds(
            "postponed",
            Told.Scheduled("2025-05-15").In("13T06", "r1", "first"),
            Told.Postponed.In("14T06", "r1", "postponed", "2025-05-14"),
            Told.Scheduled("2025-05-15").In("15T06", "r1", "repeat", "2025-05-15", origin: "Borovia Presidency"),
            Told.Held.In("15T07", "r1", "repeat", standing: Standing.Other)
        );

    [Fact]
    public void Of_one_act_a_weaker_report_stands_against_a_value_also_beside_a_stronger() =>
        Holds(
            "declined",
            Told.Confirmed.In("13T06", "r1", "act", standing: Standing.Observed, origin: "Borovia Presidency"),
            Told.Confirmed.In("13T07", "r1", "act", origin: "Borovia Presidency"),
            Told.Declined.In("13T08", "r1", "act")
        );

    [Fact]
    public void Of_one_act_the_stronger_report_wins_also_where_it_says_again_what_was_scheduled() =>
        Holds(
            "scheduled",
            Told.Scheduled("2025-05-15").In("13T06", "r1", "first"),
            Told.Postponed.In("14T06", "r1", "act", "2025-05-14", standing: Standing.OwnUnnamed),
            Told.Scheduled("2025-05-15").In("14T05", "r1", "act", "2025-05-14")
        );

    [Fact]
    public void Of_reports_of_one_act_as_strong_as_each_other_the_last_known_decides() =>
        Holds(
            "confirmed",
            Told.Elsewhere.In("13T06", "r1", "act"),
            Told.Confirmed.In("13T07", "r1", "act"),
            Told.Possible.In("13T08", "r1", "act"),
            Told.Confirmed.In("13T09", "r1", "act", timeOfDay: "evening")
        );

    [Fact]
    public void An_act_said_to_lie_after_its_report_is_not_before_everything() =>
        Holds(
            "confirmed",
            Told.Declined.In("13T06", "r1", "sharp", "2025-05-13"),
            Told.Confirmed.In("14T06", "r1", "open", "2025-05-15/.."),
            Told.Elsewhere.In("14T07", "r1", "open", "2025-05-14", standing: Standing.Other)
        );

    [Fact]
    public void A_new_schedule_is_no_repeat_of_one_that_another_report_dates() =>
        Holds(
            "scheduled",
            Told.Scheduled("2025-05").In("13T22", "r1", "background"),
            Told.Postponed.In("13T22", "r4", "background"),
            Told.Postponed.In("13T22", "r5", "postponed", "2025-05-13"),
            Told.Scheduled("2025-05-15").In("15T22", "r1", "first"),
            Told.Scheduled("2025-05").In("14T06", "r1", "again", "2025-05-16", standing: Standing.OwnUnnamed)
        );

    [Fact]
    public void What_interrupted_a_value_is_among_the_reasons_where_an_earlier_report_for_it_is() =>
        Holds(
            "possible",
            Told.Declined.In("13T06", "r1", "first", origin: "Borovia Presidency"),
            Told.Possible.In("13T07", "r1", "first", "2025-05-12", origin: "Borovia Presidency"),
            Told.Declined.In("13T08", "r1", "between", "2025-05-13", standing: Standing.OwnUnnamed),
            Told.Possible.In("14T06", "r1", "last", "2025-05-14", standing: Standing.OwnUnnamed)
        );

    [Fact]
    public void That_a_schedule_of_the_postponing_act_is_a_repeat_is_among_the_reasons() =>
        Holds(
            "postponed",
            Told.Scheduled("2025-05-15").In("13T06", "r1", "first"),
            Told.Elsewhere.In("13T06", "r2", "between", precededBy: "r1"),
            Told.Postponed.In("13T05", "r1", "between"),
            Told.Postponed.In("15T06", "r1", "act"),
            Told.Scheduled("2025-05-15").In("16T06", "r1", "act", timeOfDay: "evening")
        );

    [Fact]
    public void What_lay_between_a_later_stage_and_the_value_is_among_the_reasons() =>
        Holds(
            "confirmed",
            Told.Confirmed.In("15T13", "r1", "announced", "2025-05-15", standing: Standing.Observed),
            Told.Attended.In("16T13", "r2", "vague", "[2025-05-14,2025-05-15]"),
            Told.Elsewhere.In("16T13", "r3", "after", precededBy: "r2"),
            Told.Elsewhere.In("17T13", "r1", "after", "../2025-05-15"),
            Told.Attended.In("17T13", "r2", "between", "[2025-05-12,2025-05-14]", standing: Standing.OwnUnnamed)
        );

    private static void Holds(string status, params Report[] reports)
    {
        var trial = Told.Trial(reports);
        var facts = Product.Answer(trial.History.Log, trial.Question).Facts;
        Assert.Equal(
            status,
            (
                facts.FirstOrDefault(fact => fact.Key == "2025-05/round/status")
                ?? facts.Single(fact => fact.Key.EndsWith("/anna-ash"))
            ).Status
        );
        Assert.Null(EveryValueHasItsReasons.SameFromItsReasons(trial, Product.Answer));
        Assert.Null(AnswersAgreeWithTheOracle.SameAsTheOracle(trial, Product.Answer));
    }
}
