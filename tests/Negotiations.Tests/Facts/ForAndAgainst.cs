using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class ForAndAgainst
{
    private const string Attendance = "attendance/ada-brill";

    [Fact]
    public void Earlier_acts_of_the_same_status_are_among_the_reasons()
    {
        var fact = Days("02 declined", "03 declined", "04 declined");

        Assert.Equal(["02", "03", "04"], fact.Because);
        Assert.Equal("2031-04-02T23:59:59.999999+03:00", fact.Since);
    }

    [Fact]
    public void But_only_as_far_back_as_no_other_status_lies_between()
    {
        var fact = Days("01 declined", "02 possible", "03 declined", "04 declined");

        Assert.Equal(["03", "04"], fact.Because);
        Assert.Equal(["02"], fact.Superseded);
        Assert.Empty(fact.Against);
    }

    [Fact]
    public void What_was_said_before_by_the_same_side_is_superseded()
    {
        var fact = Days("01 possible", "02 unconfirmed", "03 confirmed");

        Assert.Equal("confirmed", fact.Status);
        Assert.Equal(["03"], fact.Because);
        Assert.Equal(["01", "02"], fact.Superseded);
        Assert.Empty(fact.Against);
    }

    [Fact]
    public void A_later_remark_that_looks_back_does_not_undo_what_is_dated()
    {
        var history = Sample.History(
            Declines("2031-04-02"),
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<AttendancePossible>("had-suggested", r =>
                    r.By(AdaBrill).Undated().InHindsight() with
                    {
                        Person = AdaBrill,
                    }
                )
        );
        var fact = history.Fact(Attendance);

        Assert.Equal("declined", fact.Status);
        Assert.Equal(["declines"], fact.Because);
        Assert.Equal(["had-suggested"], fact.Superseded);
        Assert.Empty(fact.Against);
        Assert.False(fact.Fact.Disputed);
    }

    [Theory]
    [InlineData("2031-04")]
    [InlineData("2031-04-01/2031-04-04")]
    [InlineData("[2031-04-01..2031-04-04]")]
    public void Nor_does_one_dated_by_a_stretch_that_began_before(string happened)
    {
        var history = Sample.History(
            Declines("2031-04-02"),
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<AttendancePossible>("had-suggested", r =>
                    r.By(AdaBrill).On(happened).InHindsight() with
                    {
                        Person = AdaBrill,
                    }
                )
        );

        Assert.Equal("declined", history.Fact(Attendance).Status);
    }

    [Fact]
    public void Days_of_silence_count_where_the_refusal_is_not_visible_and_yield_where_it_is()
    {
        var history = Sample.History(
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<AttendanceUnconfirmed>("silence", r =>
                    r.ByInstitution(VarlandChancellery).On("2031-04-01/2031-04-03").InHindsight() with
                    {
                        Person = AdaBrill,
                    }
                ),
            Sample
                .Article("morning-herald", "2031-04-06")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).On("2031-04-04") with { Person = AdaBrill })
        );

        Assert.Equal("unconfirmed", history.Fact(Attendance, knownBy: "2031-04-05").Status);
        Assert.Equal("unconfirmed", history.Fact(Attendance, happenedBy: "2031-04-03").Status);
        Assert.Equal("declined", history.Fact(Attendance).Status);
        Assert.Equal("2031-04-06T23:59:59.999999+03:00", history.Fact(Attendance).Since);
    }

    [Fact]
    public void A_text_that_puts_the_silence_after_a_refusal_leaves_it_alone_where_the_refusal_is_not_visible()
    {
        var history = Sample.History(
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).On("2031-04-04") with { Person = AdaBrill })
                .Says<AttendanceUnconfirmed>("silence", r =>
                    r.ByInstitution(VarlandChancellery).On("2031-04-01/2031-04-03").After("declines") with
                    {
                        Person = AdaBrill,
                    }
                )
        );

        Assert.Equal("unconfirmed", history.Fact(Attendance, happenedBy: "2031-04-03").Status);
        Assert.Equal("unconfirmed", history.Fact(Attendance).Status);
        Assert.Equal(["declines"], history.Fact(Attendance).Superseded);
    }

    [Fact]
    public void The_order_of_a_text_decides_against_the_time_of_day()
    {
        var history = Sample.History(
            Sample
                .Article("evening-post", "2031-04-05")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).At("18:00") with { Person = AdaBrill })
                .Says<TalksUrged>("urged", r => r.ByOutsider(TomasKeel).At("12:00").After("declines"))
                .Says<AttendanceConfirmed>("confirms", r =>
                    r.By(AdaBrill).At("09:00").After("urged") with
                    {
                        Person = AdaBrill,
                    }
                )
        );
        var fact = history.Fact(Attendance);

        Assert.Equal("confirmed", fact.Status);
        Assert.Equal(["confirms"], fact.Because);
        Assert.Equal(["declines"], fact.Superseded);
    }

    [Fact]
    public void A_link_of_the_text_that_keeps_an_earlier_reason_earlier_is_a_reason_too()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("evening-post", "2031-04-05")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).At("18:00") with { Person = AdaBrill })
                    .Says<TalksUrged>("urged", r => r.ByOutsider(TomasKeel).At("12:00").After("declines"))
                    .Says<AttendanceDeclined>("declines-again", r =>
                        r.By(AdaBrill).At("09:00").After("urged") with
                        {
                            Person = AdaBrill,
                            Horizon = "ever",
                        }
                    )
            )
            .Fact(Attendance);

        Assert.Equal("""{"status":"declined","horizon":"ever"}""", fact.Value);
        Assert.Equal(["declines", "declines-again"], fact.Because);
        Assert.Equal(["urged"], fact.DatedBy);
        Assert.Equal((1, 1), (fact.Fact.Origins, fact.Fact.Carriers));
    }

    [Fact]
    public void Reports_that_set_the_date_of_the_deciding_act_are_among_the_reasons()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-03")
                    .Says<AttendanceDeclined>("declines", r =>
                        r.By(AdaBrill).On("[2031-04-01..2031-04-03]").WithAct("answer") with
                        {
                            Person = AdaBrill,
                        }
                    ),
                Sample
                    .Article("evening-post", "2031-04-04")
                    .Says<TalksRejected>("same-act", r => r.By(AdaBrill).On("2031-04-02").WithAct("answer"))
            )
            .Fact(Attendance);

        Assert.Equal(["declines"], fact.Because);
        Assert.Equal(["same-act"], fact.DatedBy);
        Assert.Equal("2031-04-02", fact.Fact.Happened.Text);
        Assert.Equal((1, 1), (fact.Fact.Origins, fact.Fact.Carriers));
    }

    [Fact]
    public void A_contradiction_on_the_day_is_flagged_and_is_no_dispute_of_the_value()
    {
        var fact = Sample
            .History(
                Declines("2031-04-02", act: "answer"),
                Sample
                    .Article("evening-post", "2031-04-05")
                    .Says<AttendanceDeclined>("other-day", r =>
                        r.ByOutsider(TomasKeel).On("2031-04-01").WithAct("answer") with
                        {
                            Person = AdaBrill,
                        }
                    )
            )
            .Fact(Attendance);

        Assert.Equal([FactFlag.DateDisputed], fact.Fact.Flags);
        Assert.Equal("2031-04-02", fact.Fact.Happened.Text);
        Assert.False(fact.Fact.Disputed);
        Assert.Empty(fact.Against);
    }

    [Fact]
    public void A_plan_that_was_carried_out_does_not_stand_against_that()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-03")
                    .Says<TravelReported>("plans", r =>
                        r.By(AdaBrill).On("2031-04-03") with
                        {
                            Traveller = AdaBrill,
                            Destination = "Varland",
                            Status = TravelStatus.Planned,
                        }
                    ),
                Sample
                    .Article("evening-post", "2031-04-05")
                    .Says<TravelReported>("went", r =>
                        r.On("2031-04-05") with
                        {
                            Traveller = AdaBrill,
                            Destination = "Varland",
                            Status = TravelStatus.Completed,
                            Standing = Standing.Observed,
                        }
                    )
            )
            .Fact("travel/ada-brill");

        Assert.Equal("completed", fact.Status);
        Assert.Equal(["plans"], fact.Superseded);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void Who_says_that_a_journey_is_only_planned_stands_against_its_end()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<TravelReported>("went", r =>
                        r.On("2031-04-03") with
                        {
                            Traveller = AdaBrill,
                            Destination = "Varland",
                            Status = TravelStatus.Completed,
                            Standing = Standing.Observed,
                        }
                    ),
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<TravelReported>("plans", r =>
                        r.ByOutsider(TomasKeel).On("2031-04-05") with
                        {
                            Traveller = AdaBrill,
                            Destination = "Varland",
                            Status = TravelStatus.Planned,
                        }
                    )
            )
            .Fact("travel/ada-brill");

        Assert.Equal("completed", fact.Status);
        Assert.Equal(["plans"], fact.Against);
    }

    [Fact]
    public void A_value_names_the_articles_whose_time_of_publication_it_assumes()
    {
        var history = Sample.History(
            Declines("2031-04-02").Assumed("No time is given."),
            Sample.Article("evening-post", "2031-04-03").Says<TalksUrged>("urged", r => r.ByOutsider(TomasKeel))
        );

        Assert.Equal(["morning-herald"], history.Fact(Attendance).Fact.Assumes);
        Assert.Empty(history.Fact("urging/urged").Fact.Assumes);
    }

    [Fact]
    public void Background_about_another_round_belongs_to_that_round()
    {
        var facts = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<TalksScheduled>("scheduled", r => r with { Date = Edtf.Parse("2031-04-09") })
                    .Says<TalksHeld>("held-then", r => r.On("2028-09") with { Round = "2028", Venue = "Merin Hall" })
            )
            .Ask()
            .Facts;

        Assert.Equal(
            ["2028/round/date", "2028/round/status", "2028/round/venue", "2031-04/round/date", "2031-04/round/status"],
            facts.Select(fact => fact.Key)
        );
        Assert.Equal("scheduled", facts[^1].Value.Status);
    }

    private static SampleArticle Declines(string published, string act = "declines") =>
        Sample
            .Article("morning-herald", published)
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).WithAct(act) with { Person = AdaBrill });

    // Ada Brill's own words on days of April, each known on its day: "02 declined".
    private static SampleFact Days(params string[] words) =>
        Sample
            .History([
                .. words.Select(word =>
                {
                    var (day, status) = (word[..2], word[3..]);
                    var article = Sample.Article("morning-herald", $"2031-04-{day}", day);
                    return status switch
                    {
                        "declined" => article.Says<AttendanceDeclined>(day, r =>
                            r.By(AdaBrill) with
                            {
                                Person = AdaBrill,
                            }
                        ),
                        "possible" => article.Says<AttendancePossible>(day, r =>
                            r.By(AdaBrill) with
                            {
                                Person = AdaBrill,
                            }
                        ),
                        "unconfirmed" => article.Says<AttendanceUnconfirmed>(day, r =>
                            r.By(AdaBrill) with
                            {
                                Person = AdaBrill,
                            }
                        ),
                        _ => article.Says<AttendanceConfirmed>(day, r => r.By(AdaBrill) with { Person = AdaBrill }),
                    };
                }),
            ])
            .Fact(Attendance);
}
