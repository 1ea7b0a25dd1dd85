using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class Assumptions
{
    private static readonly History History = Sample.History(
        Article("morning-herald", "2031-04-02T22:00")
            .Assumed("Only the day is given.", "2031-04-02T06:00", "2031-04-03T06:00"),
        Article("evening-post", "2031-04-03T09:00").Assumed("The page says 'this morning'."),
        Article("harbour-times", "2031-04-03T10:00")
    );

    [Fact]
    public void An_answer_says_on_which_assumed_times_it_hangs() =>
        Assert.Equal(
            [
                "morning-herald: publication at 2031-04-02T22:00:00+03:00 is assumed (possible: "
                    + "2031-04-02T06:00:00+03:00 to 2031-04-03T06:00:00+03:00)",
                "evening-post: publication at 2031-04-03T09:00:00+03:00 is assumed",
            ],
            Described(History.Ask())
        );

    [Fact]
    public void It_warns_where_an_article_may_have_come_out_only_after_the_bound() =>
        Assert.Equal(
            [
                "morning-herald: publication at 2031-04-02T22:00:00+03:00 is assumed (possible: "
                    + "2031-04-02T06:00:00+03:00 to 2031-04-03T06:00:00+03:00)"
                    + "; it may have come out after the time asked about; on it hang "
                    + "2031-04/urging/morning-herald-urges",
            ],
            Described(History.Ask(knownBy: "2031-04-02"))
        );

    [Fact]
    public void At_the_latest_possible_time_there_is_nothing_to_warn_of() =>
        Assert.False(History.Ask(knownBy: "2031-04-03T06:00").Assumptions.Single().MayBeTooEarly);

    [Fact]
    public void Of_what_is_left_out_it_says_what_may_have_come_out_before_and_what_hangs_on_it() =>
        Assert.Equal(
            [
                "morning-herald: publication at 2031-04-02T22:00:00+03:00 is assumed (possible: "
                    + "2031-04-02T06:00:00+03:00 to 2031-04-03T06:00:00+03:00)"
                    + "; it is left out, and may have come out before the time asked about; on it hang "
                    + "2031-04/urging/morning-herald-urges",
            ],
            Described(History.Ask(knownBy: "2031-04-02T06:00"))
        );

    [Fact]
    public void Before_the_earliest_possible_time_there_is_no_assumption() =>
        Assert.Empty(History.Ask(knownBy: "2031-04-02T05:59").Assumptions);

    [Fact]
    public void What_is_left_out_with_a_stated_time_is_no_assumption() =>
        Assert.DoesNotContain(History.Ask(knownBy: "2031-04-03T09:30").Assumptions, assumption =>
            assumption.Article == "harbour-times"
        );

    [Fact]
    public void What_is_left_out_changes_nothing_else_of_the_answer() =>
        Assert.Equal(
            Sample.History().Ask(knownBy: "2031-04-02T06:00").Facts,
            History.Ask(knownBy: "2031-04-02T06:00").Facts
        );

    [Fact]
    public void An_assumed_time_of_an_entry_of_a_live_blog_is_an_assumption_too()
    {
        var entry = new Publication(
            Sample.Time("2031-04-02T11:00"),
            PublicationBasis.Assumed,
            "The entry has no time."
        );
        var answer = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-02T18:00")
                    .Says<AttendancePossible>("entry", r => r.By(AdaBrill) with { Person = AdaBrill, Known = entry })
            )
            .Ask();

        Assert.Equal(["morning-herald: publication at 2031-04-02T11:00:00+03:00 is assumed"], Described(answer));
        Assert.Equal(["morning-herald"], answer.Facts.Single().Assumes);
    }

    private static IEnumerable<string> Described(Answer answer) =>
        answer.Assumptions.Select(assumption => assumption.Describe(answer.Zone));

    private static SampleArticle Article(string outlet, string published) =>
        Sample.Article(outlet, published).Says<TalksUrged>($"{outlet}-urges", r => r);
}
