using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class YearInferenceTests
{
    [Fact]
    public void The_only_year_with_a_round_in_that_month_is_meant() =>
        Assert.Equal([2031], YearInference.FindYears(4, Sample.History().Log));

    [Fact]
    public void So_is_one_in_which_a_report_became_known() =>
        Assert.Equal([2033], YearInference.FindYears(9, Told("2033-09-01", "2033-08-31")));

    [Fact]
    public void So_is_one_in_which_something_happened_that_is_dated_to_the_month() =>
        Assert.Equal([2029], YearInference.FindYears(11, Told("2033-09-01", "2029-11")));

    [Theory]
    [InlineData("2029")]
    [InlineData("2029-23")]
    [InlineData("../2029-11")]
    [InlineData("2029-10-01/2029-11-30")]
    public void A_vaguer_date_gives_no_year(string happened) =>
        Assert.Empty(YearInference.FindYears(11, Told("2033-09-01", happened)));

    [Fact]
    public void Several_years_are_candidates_in_their_order() =>
        Assert.Equal([2029, 2031], YearInference.FindYears(4, Told("2031-04-02", "2029-04-05")));

    [Fact]
    public async Task The_candidates_are_named_when_a_question_leaves_the_year_open()
    {
        var store = new SampleStore(History("2031-04-02", "2029-04-05"));

        var exception = await Assert.ThrowsAsync<UnreadableBoundException>(() =>
            store.ReadQuestionAsync(new(Sample.Talks, KnownBy: "April 3"))
        );

        Assert.Equal(
            "known-by: 'April 3' has no year, and the negotiation has rounds or reports in that month "
                + "of 2029, 2031; add the year",
            exception.Message
        );
    }

    [Fact]
    public async Task What_is_recorded_later_does_not_change_what_a_date_means()
    {
        var store = new SampleStore(History("2031-04-02", "2029-04-05"));

        // Position 1 is the negotiation, with its round of April 2031.
        var question = await store.ReadQuestionAsync(new(Sample.Talks, KnownBy: "April 3", RecordedBy: "1"));

        Assert.Equal(
            (Sample.Time("2031-04-03"), new RecordedBound.AtPosition(1)),
            (question.KnownBy!.Value, question.RecordedBy)
        );
    }

    private static History History(string published, string happened) =>
        Sample.History(
            Sample
                .Article("morning-herald", published)
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).On(happened) with { Person = AdaBrill })
        );

    private static NegotiationLog Told(string published, string happened) => History(published, happened).Log;
}
