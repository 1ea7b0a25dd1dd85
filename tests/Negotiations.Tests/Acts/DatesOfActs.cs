namespace Negotiations.Tests;

public class DatesOfActs
{
    [Theory]
    [InlineData("2031-04-02 own 04-05", "2031-04-02")]
    [InlineData("2031-04-02 own 04-05 | 2031-04 other 04-06", "2031-04-02")]
    [InlineData("2031-04 other 04-05 | 2031-04-02 own 04-06", "2031-04-02")]
    [InlineData("[2031-04-02,2031-04-03] own 04-05 | [2031-04-03,2031-04-04] own 04-05", "2031-04-03")]
    [InlineData("2031-04-01/2031-04-04 own 04-05 | 2031-04-03/2031-04-05 own 04-06", "[2031-04-03..2031-04-04]")]
    [InlineData("2031-03 own 04-05", "2031-03")]
    [InlineData("2031-04-02? own 04-05 | 2031-04-02 own 04-06", "2031-04-02")]
    [InlineData("2031-04-02? own 04-05", "2031-04-02?")]
    public void An_act_took_place_when_all_its_reports_admit_it(string reports, string date) =>
        Dates(reports, date, disputed: false);

    [Theory]
    [InlineData("- own 04-05", "[..2031-04-05]")]
    [InlineData("- own 04-05 | - own 04-03", "[..2031-04-03]")]
    [InlineData("2031-04 own 04-05", "[2031-04-01..2031-04-05]")]
    [InlineData("2031-04 own 04-30", "2031-04")]
    [InlineData("2031-04-04/.. own 04-05", "[2031-04-04..2031-04-05]")]
    [InlineData("2031-04-05 own 04-05", "2031-04-05")]
    [InlineData("- own 04-05 | [2031-04-02..2031-04-09] own 04-12", "[2031-04-02..2031-04-05]")]
    [InlineData("[2031-04-02..2031-04-09] own 04-12 | - other 04-02", "2031-04-02")]
    public void No_act_took_place_after_its_first_report(string reports, string date) =>
        Dates(reports, date, disputed: false);

    [Theory]
    // The strongest standing,
    [InlineData("2031-04-02 other 04-05 | 2031-04-03 own 04-06", "2031-04-03")]
    [InlineData("2031-04-02 own-unnamed 04-05 | 2031-04-03 observed 04-06", "2031-04-03")]
    [InlineData("2031-04-02 other 04-05 | 2031-03 own 04-06", "2031-03")]
    // then the narrowest bounds,
    [InlineData("2031-03 own 04-05 | 2031-04-02 own 04-06", "2031-04-02")]
    [InlineData("../2031-04-01 own 04-05 | 2031-04-02/2031-04-03 own 04-06", "2031-04-02/2031-04-03")]
    // then what was known first.
    [InlineData("2031-04-03 own 04-05 | 2031-04-02 own 04-06", "2031-04-03")]
    [InlineData("2031-04-03 own 04-06 | 2031-04-02 own 04-05", "2031-04-02")]
    // What cannot have happened yet is cut off as far as that leaves a day.
    [InlineData("2031-04-02 other 04-05 | [2031-04-04..2031-04-09] own 04-12", "[2031-04-04..2031-04-05]")]
    [InlineData("2031-04-09 own 04-05", "2031-04-09")]
    [InlineData("2031-04-09 own 04-05 | - own 04-04", "2031-04-09")]
    public void Where_the_reports_contradict_each_other_one_is_chosen(string reports, string date) =>
        Dates(reports, date, disputed: true);

    [Fact]
    public void The_day_of_a_report_is_the_day_in_the_zone_of_the_talks()
    {
        var history = Sample.History(
            Sample.Article("morning-herald", "2031-04-03T00:30").Says<AttendanceDeclined>("r", r => r.Undated())
        );

        Assert.Equal(Days.Between(null, "2031-04-03"), history.Acts["r"].Date.Bounds);
    }

    [Fact]
    public void The_date_follows_from_the_reports_that_set_it()
    {
        const string line =
            "2031 own 04-09 | 2031-04-01/2031-04-04 own 04-10 | 2031-04-03/2031-04-20 own 04-11 | "
            + "2031-04 own 04-12 | - own 04-13";
        var act = ReportsInBrief.Act(line);

        Assert.Equal(["article-1", "article-2"], act.Date.SetBy.Select(report => report.Report.Article).Order());
        Assert.Equal(act.Date.Bounds, ActDate.Combine([.. act.Reports.Where(act.Anchors.Contains)]).Bounds);
    }

    private static void Dates(string reports, string date, bool disputed)
    {
        var act = ReportsInBrief.Act(reports);

        Assert.Equal(date, act.Date.Text.Text);
        Assert.Equal(Edtf.Parse(date).Bounds, act.Date.Bounds);
        Assert.Equal(disputed, act.Date.Disputed);
        Assert.Equal(
            act.Date with
            {
                SetBy = [],
            },
            ActDate.Combine([.. act.Reports.Where(act.Anchors.Contains)]) with
            {
                SetBy = [],
            }
        );
    }
}
