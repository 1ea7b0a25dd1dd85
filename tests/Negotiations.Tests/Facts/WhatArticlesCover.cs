using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>An act that nothing dates is of the days whose news the article tells; it is the weakest date there
/// is.</summary>
public class WhatArticlesCover
{
    private const string Travel = "travel/ada-brill";

    // Case 15: the articles of the day have her in Merin; a dated plan of the day before does not outlive that.
    [Fact]
    public void What_the_articles_of_the_day_tell_without_a_date_comes_after_the_dated_plan_of_the_day_before()
    {
        var fact = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-04")
                    .Says<TravelReported>("flies", r => Flies(r.By(AdaBrill).On("2031-04-04"), "Sund")),
                Sample
                    .Article("evening-post", "2031-04-05")
                    .Says<TravelReported>("is-there", r =>
                        Flies(r.Observed().Covering("2031-04-05"), "Merin") with
                        {
                            Status = TravelStatus.InRegion,
                        }
                    )
            )
            .Fact(Travel);

        Assert.Equal("""{"status":"inRegion","destination":"Merin"}""", fact.Value);
        Assert.Equal([FactFlag.DatedByCoverage], fact.Flags);
        Assert.False(fact.IsDisputed);
    }

    [Theory]
    // By what it covers, after the dated act of the day before; without, or looking back, before everything.
    [InlineData("2031-04-05", false, "possible")]
    [InlineData("2031-04-04/2031-04-05", false, "possible")]
    [InlineData("2031-04-01/2031-04-02", false, "declined")]
    [InlineData(null, false, "declined")]
    [InlineData("2031-04-05", true, "declined")]
    public void An_undated_act_stands_where_its_article_has_it(string? covers, bool looksBack, string status)
    {
        var history = Sample.History(
            Declines("2031-04-03"),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendancePossible>("possible", r =>
                    r.By(AdaBrill).Undated() with
                    {
                        Person = AdaBrill,
                        Covers = covers is null ? null : Edtf.Parse(covers),
                        LookingBack = looksBack,
                    }
                )
        );

        Assert.Equal(status, history.Fact("attendance/ada-brill").Status);
    }

    [Fact]
    public void A_stated_date_replaces_it_and_never_contradicts_it()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-05")
                .Says<AttendanceDeclined>("undated", r => Answer(r.By(AdaBrill).Covering("2031-04-04/2031-04-05"))),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendanceDeclined>("dated", r => Answer(r.By(AdaBrill).On("2031-04-01")))
        );

        var before = history.Fact("attendance/ada-brill", knownBy: "2031-04-05");
        Assert.Equal("[2031-04-04..2031-04-05]", before.Fact.Happened.Text);
        Assert.Equal([FactFlag.DatedByCoverage], before.Flags);
        var after = history.Fact("attendance/ada-brill");
        Assert.Equal("2031-04-01", after.Fact.Happened.Text);
        Assert.Empty(after.Flags);
    }

    [Fact]
    public void The_article_that_told_of_it_first_counts()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-03")
                .Says<AttendanceDeclined>("first", r => Answer(r.By(AdaBrill).Covering("2031-04-02"))),
            Sample
                .Article("evening-post", "2031-04-06")
                .Says<AttendanceDeclined>("again", r => Answer(r.By(AdaBrill).Covering("2031-04-05")))
        );

        Assert.Equal("2031-04-02", history.Fact("attendance/ada-brill").Fact.Happened.Text);
    }

    [Theory]
    [InlineData("2031-04-05", true)]
    [InlineData("2031-04-04", false)]
    public void What_happened_by_a_day_has_it_where_its_article_has_it(string happenedBy, bool isKnown)
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-06")
                .Says<AttendanceDeclined>("undated", r => Answer(r.By(AdaBrill).Covering("2031-04-04/2031-04-05")))
        );

        Assert.Equal(isKnown, history.Find("attendance/ada-brill", happenedBy: happenedBy) is not null);
    }

    private static TravelReported Flies(TravelReported report, string destination) =>
        report with
        {
            Traveller = AdaBrill,
            Destination = destination,
            Status = TravelStatus.EnRoute,
        };

    private static AttendanceDeclined Answer(AttendanceDeclined report) =>
        report.WithAct("answer") with
        {
            Person = AdaBrill,
        };

    private static SampleArticle Declines(string day) =>
        Sample.Article("morning-herald", day).Says<AttendanceDeclined>("declines", r => Answer(r.By(AdaBrill)));
}
