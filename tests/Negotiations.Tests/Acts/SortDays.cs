namespace Negotiations.Tests;

public class SortDays
{
    [Theory]
    [InlineData("2031-04-02 own 04-05", "2031-04-02")]
    [InlineData("[2031-04-02..2031-04-04] own 04-05", "2031-04-04")]
    [InlineData("[..2031-04-04] own 04-05", "2031-04-04")]
    [InlineData("[2031-04-02..] own 04-05", "2031-04-05")]
    // One report that names the moment is enough.
    [InlineData("[2031-04-02..2031-04-04] own 04-05 | 2031-04 own 04-06 back", "2031-04-04")]
    [InlineData("- own 04-05 | [2031-04-02..2031-04-04] own 04-06", "2031-04-04")]
    public void An_act_is_ordered_by_its_last_possible_day(string reports, string day) =>
        Assert.Equal(Days.Day(day), ReportsInBrief.Act(reports).SortDay);

    [Theory]
    [InlineData("[2031-04-02..2031-04-04] own 04-05 back", "2031-04-02")]
    [InlineData("2031-04-02 own 04-05 back", "2031-04-02")]
    [InlineData("2031-04 own 04-05", "2031-04-01")]
    [InlineData("2031-21 own 04-05", "2031-03-01")]
    [InlineData("2031 own 04-05", "2031-01-01")]
    [InlineData("2031-04-01/2031-04-04 own 04-05", "2031-04-01")]
    [InlineData("2031-04-01/2031-04-04 own 04-05 | 2031-04-02 own 04-06 back", "2031-04-02")]
    public void But_by_its_first_where_every_report_looks_back(string reports, string day) =>
        Assert.Equal(Days.Day(day), ReportsInBrief.Act(reports).SortDay);

    [Theory]
    [InlineData("- own 04-05")]
    [InlineData("- own 04-05 back")]
    [InlineData("../2031-04-04 own 04-05")]
    [InlineData("[..2031-04-04] own 04-05 back")]
    public void And_before_everything_where_there_is_no_first(string reports) =>
        Assert.Null(ReportsInBrief.Act(reports).SortDay);
}
