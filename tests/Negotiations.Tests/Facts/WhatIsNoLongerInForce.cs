using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What the text says has ended is there and not in force; attendance that was open is overtaken by the
/// round.</summary>
public class WhatIsNoLongerInForce
{
    private const string Condition = "precondition/varland/blockade";

    // Case 26: "had demanded an end of the blockade first", and now comes without conditions.
    [Fact]
    public void A_condition_that_was_given_up_is_there_and_not_in_force()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<PreconditionSet>("had-demanded", r =>
                        Demand(r.By(AdaBrill).Undated().InHindsight().NoLonger())
                    )
            )
            .Fact(Condition);

        Assert.Equal("set", fact.Status);
        Assert.Equal([FactFlag.Ended], fact.Flags);
        Assert.False(fact.Fact.IsInForce);
    }

    [Theory]
    [InlineData("made", true)]
    [InlineData("made ended", false)]
    [InlineData("ended made", true)]
    public void What_was_known_last_of_the_act_says_whether_it_holds(string said, bool isInForce)
    {
        var articles = said.Split(' ')
            .Select(
                (word, index) =>
                    Sample
                        .Article("morning-herald", $"2031-04-0{index + 1}", word)
                        .Says<PreconditionSet>(word, r =>
                            Demand(r.By(AdaBrill).On("2031-04-01")) with
                            {
                                Ended = word == "ended",
                            }
                        )
            );

        Assert.Equal(isInForce, Sample.History([.. articles]).Fact(Condition).Fact.IsInForce);
    }

    [Fact]
    public void It_was_in_force_until_it_was_known_to_have_ended()
    {
        var history = Sample.History(
            Sample.Article("morning-herald", "2031-04-01").Says<PreconditionSet>("made", r => Demand(r.By(AdaBrill))),
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<PreconditionSet>("ended", r => Demand(r.By(AdaBrill).On("2031-04-01").NoLonger()))
        );

        Assert.True(history.Fact(Condition, knownBy: "2031-04-04").Fact.IsInForce);
        Assert.False(history.Fact(Condition, knownBy: "2031-04-05").Fact.IsInForce);
    }

    [Fact]
    public void Who_is_no_party_does_not_end_what_a_side_said_of_itself()
    {
        var history = Sample.History(
            Sample.Article("morning-herald", "2031-04-01").Says<PreconditionSet>("made", r => Demand(r.By(AdaBrill))),
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<PreconditionSet>("ended", r => Demand(r.ByOutsider(TomasKeel).On("2031-04-01").NoLonger()))
        );

        Assert.True(history.Fact(Condition).Fact.IsInForce);
    }

    [Theory]
    [InlineData("possible", "held", true)]
    [InlineData("conditional", "held", true)]
    [InlineData("unconfirmed", "held", true)]
    [InlineData("reported", "held", true)]
    [InlineData("possible", "cancelled", true)]
    [InlineData("possible", "postponed", false)]
    [InlineData("possible", "scheduled", false)]
    [InlineData("declined", "held", false)]
    [InlineData("attended", "held", false)]
    public void Attendance_that_was_open_is_overtaken_once_the_round_is_over(
        string attendance,
        string round,
        bool isOvertaken
    )
    {
        var article = Sample.Article("morning-herald", "2031-04-05");
        _ = attendance switch
        {
            "possible" => article.Says<AttendancePossible>("a", r => r.By(AdaBrill) with { Person = AdaBrill }),
            "conditional" => article.Says<AttendanceConditional>("a", r => r.By(AdaBrill) with { Person = AdaBrill }),
            "unconfirmed" => article.Says<AttendanceUnconfirmed>("a", r => r.By(AdaBrill) with { Person = AdaBrill }),
            "reported" => article.Says<AttendanceReported>("a", r => r.Reportedly() with { Person = AdaBrill }),
            "declined" => article.Says<AttendanceDeclined>("a", r => r.By(AdaBrill) with { Person = AdaBrill }),
            _ => article.Says<AttendanceAttended>("a", r => r.Observed() with { Person = AdaBrill }),
        };
        _ = round switch
        {
            "held" => article.Says<TalksHeld>("round", r => r.Observed()),
            "cancelled" => article.Says<TalksCancelled>("round", r => r.By(AdaBrill)),
            "postponed" => article.Says<TalksPostponed>("round", r => r.By(AdaBrill)),
            _ => article.Says<TalksScheduled>("round", r => r.By(AdaBrill) with { Open = true }),
        };

        Assert.Equal(
            isOvertaken ? [FactFlag.Overtaken] : [],
            Sample.History(article).Fact("attendance/ada-brill").Flags
        );
    }

    private static PreconditionSet Demand(PreconditionSet report) =>
        report.WithAct("blockade") with
        {
            Side = Varland,
            Condition = "an end of the blockade",
        };
}
