using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class HappenedBy
{
    [Theory]
    // Within, on, and after the bound of April 5; the article is of April 10.
    [InlineData("2031-04-04", true, 0)]
    [InlineData("2031-04-05", true, 0)]
    [InlineData("2031-04-06", false, 0)]
    [InlineData("[2031-04-01,2031-04-05]", true, 0)]
    [InlineData("2031-03", true, 0)]
    // What may have happened by then, and may not, is left out and counted.
    [InlineData("[2031-04-05,2031-04-06]", false, 1)]
    [InlineData("2031-04", false, 1)]
    [InlineData("../2031-04-09", false, 1)]
    [InlineData(null, false, 1)]
    [InlineData("[2031-04-06,2031-04-07]", false, 0)]
    public void An_act_counts_when_even_its_latest_day_is_not_after_the_bound(
        string? happened,
        bool counts,
        int leftOut
    )
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-10")
                .Says<AttendanceDeclined>("declines", r =>
                    r.By(AdaBrill) with
                    {
                        Person = AdaBrill,
                        Happened = happened is null ? null : Edtf.Parse(happened),
                    }
                )
        );

        Assert.Equal(counts, history.Find("attendance/ada-brill", happenedBy: "2031-04-05") is not null);
        Assert.Equal(leftOut, history.Ask(happenedBy: "2031-04-05").UndatedLeftOut);
        Assert.Equal(0, history.Ask().UndatedLeftOut);
    }

    [Fact]
    public void A_later_report_may_date_an_act_well_enough_to_count()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-10")
                .Says<AttendanceDeclined>("vague", r =>
                    r.By(AdaBrill).On("2031-04").WithAct("answer") with
                    {
                        Person = AdaBrill,
                    }
                ),
            Sample
                .Article("evening-post", "2031-04-11")
                .Says<AttendanceDeclined>("precise", r =>
                    r.By(AdaBrill).On("2031-04-03").WithAct("answer") with
                    {
                        Person = AdaBrill,
                    }
                )
        );

        Assert.Null(history.Find("attendance/ada-brill", knownBy: "2031-04-10", happenedBy: "2031-04-05"));
        Assert.Equal(
            "2031-04-11T23:59:59.999999+03:00",
            history.Fact("attendance/ada-brill", happenedBy: "2031-04-05").Since
        );
    }

    [Fact]
    public void An_act_is_left_out_as_a_whole_and_the_one_before_decides()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-04")
                .Says<AttendancePossible>("possible", r => r.By(AdaBrill) with { Person = AdaBrill }),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

        Assert.Equal("possible", history.Fact("attendance/ada-brill", happenedBy: "2031-04-05").Status);
        Assert.Equal("declined", history.Fact("attendance/ada-brill", happenedBy: "2031-04-06").Status);
    }
}
