using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class Standings
{
    private const string Attendance = "attendance/ada-brill";

    [Theory]
    // Among the first three, what happened last decides.
    [InlineData(Standing.Own, Standing.Own, "confirmed")]
    [InlineData(Standing.Own, Standing.Observed, "confirmed")]
    [InlineData(Standing.Own, Standing.OwnUnnamed, "reported")]
    [InlineData(Standing.Observed, Standing.Own, "confirmed")]
    [InlineData(Standing.Observed, Standing.Observed, "confirmed")]
    [InlineData(Standing.Observed, Standing.OwnUnnamed, "reported")]
    [InlineData(Standing.OwnUnnamed, Standing.Own, "confirmed")]
    [InlineData(Standing.OwnUnnamed, Standing.Observed, "confirmed")]
    [InlineData(Standing.OwnUnnamed, Standing.OwnUnnamed, "reported")]
    // Anyone else never displaces them,
    [InlineData(Standing.Own, Standing.Other, "declined")]
    [InlineData(Standing.Observed, Standing.Other, "declined")]
    [InlineData(Standing.OwnUnnamed, Standing.Other, "declined")]
    // but is displaced by them, and by one another.
    [InlineData(Standing.Other, Standing.Own, "confirmed")]
    [InlineData(Standing.Other, Standing.Observed, "confirmed")]
    [InlineData(Standing.Other, Standing.OwnUnnamed, "reported")]
    [InlineData(Standing.Other, Standing.Other, "reported")]
    public void Of_a_refusal_and_a_later_acceptance_this_one_counts(Standing first, Standing second, string status)
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<AttendanceDeclined>("declines", r => r with { Person = AdaBrill, Standing = first }),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<AttendanceConfirmed>("confirms", r => r with { Person = AdaBrill, Standing = second })
            )
            .Fact(Attendance);

        Assert.Equal(status, fact.Status);
        Assert.Equal(status == "declined" ? first : second, fact.Standing);
    }

    [Fact]
    public void Anyone_else_who_speaks_last_stands_against_the_value()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<AttendanceReported>("rumour", r => r.ByOutsider(TomasKeel) with { Person = AdaBrill })
            )
            .Fact(Attendance);

        Assert.Equal("declined", fact.Status);
        Assert.Equal(["declines"], fact.Because);
        Assert.Equal(["rumour"], fact.Against);
        Assert.Empty(fact.Superseded);
        Assert.True(fact.Fact.Disputed);
    }

    [Fact]
    public void Anyone_else_who_spoke_before_is_superseded()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("evening-post", "2031-04-02")
                    .Says<AttendanceReported>("rumour", r => r.ByOutsider(TomasKeel) with { Person = AdaBrill }),
                Sample
                    .Article("morning-herald", "2031-04-03")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
            )
            .Fact(Attendance);

        Assert.Equal(["declines"], fact.Because);
        Assert.Empty(fact.Against);
        Assert.Equal(["rumour"], fact.Superseded);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void An_unnamed_official_of_ones_own_side_decides_but_the_record_stands_against_him()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<AttendanceConfirmed>("official", r =>
                        r.ByUnnamedOfOwnSide("a Varland official") with
                        {
                            Person = AdaBrill,
                        }
                    )
            )
            .Fact(Attendance);

        Assert.Equal("reported", fact.Status);
        Assert.Equal(Standing.OwnUnnamed, fact.Standing);
        Assert.Equal(["official"], fact.Because);
        Assert.Equal(["declines"], fact.Against);
        Assert.True(fact.Fact.Disputed);
        Assert.DoesNotContain("confirmed", fact.Value);
    }

    [Fact]
    public void On_the_record_again_the_unnamed_official_is_superseded()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02")
                    .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill }),
                Sample
                    .Article("evening-post", "2031-04-03")
                    .Says<AttendanceReported>("official", r =>
                        r.ByUnnamedOfOwnSide("a Varland official") with
                        {
                            Person = AdaBrill,
                        }
                    ),
                Sample
                    .Article("harbour-times", "2031-04-04")
                    .Says<AttendanceDeclined>("stays-away", r => r.By(AdaBrill) with { Person = AdaBrill })
            )
            .Fact(Attendance);

        Assert.Equal(("declined", Standing.Own), (fact.Status, fact.Standing));
        Assert.Equal(["stays-away"], fact.Because);
        Assert.Equal(["official"], fact.Superseded);
        Assert.False(fact.Fact.Disputed);
    }

    [Fact]
    public void Of_two_accounts_of_one_act_the_stronger_counts_and_the_other_stands_against_it()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-03")
                    .Says<AttendanceDeclined>("own-word", r =>
                        r.By(AdaBrill).On("2031-04-02").WithAct("answer") with
                        {
                            Person = AdaBrill,
                        }
                    ),
                Sample
                    .Article("evening-post", "2031-04-04")
                    .Says<AttendanceReported>("hearsay", r =>
                        r.ByOutsider(TomasKeel).On("2031-04-02").WithAct("answer") with
                        {
                            Person = AdaBrill,
                        }
                    )
            )
            .Fact(Attendance);

        Assert.Equal("declined", fact.Status);
        Assert.Equal(["own-word"], fact.Because);
        Assert.Equal(["hearsay"], fact.Against);
    }

    [Fact]
    public void The_details_are_those_of_the_strongest_and_then_of_the_fullest_report()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02")
                .Says<AttendanceDeclined>("brief", r => r.By(AdaBrill).WithAct("answer") with { Person = AdaBrill }),
            Sample
                .Article("evening-post", "2031-04-03")
                .Says<AttendanceDeclined>("full", r =>
                    r.By(AdaBrill).On("2031-04-02").WithAct("answer") with
                    {
                        Person = AdaBrill,
                        Event = "talks",
                        Horizon = "for now",
                    }
                ),
            Sample
                .Article("harbour-times", "2031-04-04")
                .Says<AttendanceDeclined>("hearsay", r =>
                    r.ByOutsider(TomasKeel).On("2031-04-02").WithAct("answer") with
                    {
                        Person = AdaBrill,
                        Event = "feast",
                        Horizon = "ever",
                        Destination = "Merin",
                    }
                )
        );

        Assert.Equal("""{"status":"declined","event":"talks","horizon":"for now"}""", history.Fact(Attendance).Value);
        Assert.Equal(["brief", "full", "hearsay"], history.Fact(Attendance).Because);
    }
}
