using NodaTime;
using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class BoundsOnWhatWasKnown
{
    private static readonly Instant Published = Sample.Time("2031-04-02T09:00");

    private static readonly History History = Sample.History(
        Sample
            .Article("morning-herald", "2031-04-02T09:00")
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
    );

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    public void A_bound_is_inclusive_to_the_microsecond(int microseconds, int reports)
    {
        var bound = Published + Duration.FromNanoseconds(1000 * microseconds);
        var answer = Answer.To(new(Sample.Talks, KnownBy: bound), History.Log);

        Assert.Equal((reports, reports, reports), (answer.Reports.Count, answer.Articles, answer.Facts.Count));
    }

    [Fact]
    public void A_publication_known_only_to_the_day_counts_at_the_end_of_the_day()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

        Assert.Empty(history.Ask(knownBy: "2031-04-02T23:59").Facts);
        Assert.Single(history.Ask(knownBy: "2031-04-02").Facts);
    }

    [Fact]
    public void An_entry_of_a_live_blog_is_known_from_its_own_time()
    {
        var entry = new Publication(Sample.Time("2031-04-02T11:00"), PublicationBasis.Stated);
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02T18:00")
                .Says<AttendancePossible>("at-eleven", r =>
                    r.By(AdaBrill).At("11:00") with
                    {
                        Person = AdaBrill,
                        Known = entry,
                    }
                )
                .Says<AttendanceDeclined>("at-the-end", r => r.By(AdaBrill).At("17:00") with { Person = AdaBrill })
        );

        Assert.Equal("possible", history.Fact("attendance/ada-brill", knownBy: "2031-04-02T12:00").Status);
        Assert.Equal(1, history.Ask(knownBy: "2031-04-02T12:00").Articles);
        Assert.Equal("declined", history.Fact("attendance/ada-brill", knownBy: "2031-04-02").Status);
        Assert.Equal(1, history.Ask().Articles);
    }

    [Fact]
    public void The_facts_are_ordered_by_key_and_the_reports_by_what_was_known_first()
    {
        var answer = Sample
            .History(
                Sample.Article("evening-post", "2031-04-03", "b").Says<TalksUrged>("z", r => r),
                Sample
                    .Article("morning-herald", "2031-04-02", "a")
                    .Says<TalksUrged>("y", r => r)
                    .Says<AccusationMade>("x", r => r)
            )
            .Ask();

        Assert.Equal(
            ["2031-04/accusation/x", "2031-04/urging/y", "2031-04/urging/z"],
            answer.Facts.Select(fact => fact.Key)
        );
        Assert.Equal(["y", "x", "z"], answer.Reports.Select(report => report.Report.Id));
    }
}
