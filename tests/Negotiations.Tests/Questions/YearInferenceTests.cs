using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class YearInferenceTests
{
    [Fact]
    public void On_the_known_clock_the_only_year_in_which_articles_of_that_month_are_published_is_meant() =>
        Assert.Equal([2033], OnKnownClock(9, Told("2033-09-01", "2031-08-31")));

    [Fact]
    public void There_rounds_and_acts_play_no_part()
    {
        Assert.Empty(OnKnownClock(4, Told("2033-09-01", "2031-04-05")));
        Assert.Equal([2031], OnKnownClock(4, Told("2031-04-02", "2029-04-05")));
    }

    [Fact]
    public void An_entry_of_a_live_blog_is_published_at_its_own_time()
    {
        var entry = new Publication(Sample.Time("2033-08-31T23:50"), PublicationBasis.Stated);
        var log = Sample
            .History(
                Sample
                    .Article("morning-herald", "2033-09-01T02:00")
                    .Says<AttendanceDeclined>("entry", r => r.By(AdaBrill) with { Person = AdaBrill, Known = entry })
            )
            .Log;

        Assert.Equal([2033], OnKnownClock(8, log));
    }

    [Fact]
    public void On_the_happened_clock_it_is_the_only_year_with_a_round_in_that_month() =>
        Assert.Equal([2031], OnHappenedClock(4, Sample.History().Log));

    [Fact]
    public void Without_a_log_the_rounds_of_the_file_say_it()
    {
        var talks = Sample.History().Log.Definition!;

        Assert.Equal([2031], YearInference.OnRounds(talks).FindYears(4));
        Assert.Empty(YearInference.OnRounds(talks).FindYears(9));
    }

    [Fact]
    public void Or_with_an_act_that_is_dated_to_the_month() =>
        Assert.Equal([2029], OnHappenedClock(11, Told("2033-09-01", "2029-11")));

    [Fact]
    public void When_an_article_came_out_plays_no_part_there() =>
        Assert.Empty(OnHappenedClock(9, Told("2033-09-01", "2029-11")));

    [Theory]
    [InlineData("2029")]
    [InlineData("2029-23")]
    [InlineData("../2029-11")]
    [InlineData("2029-10-01/2029-11-30")]
    public void A_vaguer_date_gives_no_year(string happened) =>
        Assert.Empty(OnHappenedClock(11, Told("2033-09-01", happened)));

    [Fact]
    public void What_a_text_looks_back_on_gives_no_year() =>
        Assert.Equal(
            [2031],
            OnHappenedClock(
                4,
                Sample
                    .History(
                        Sample
                            .Article("morning-herald", "2031-04-02")
                            .Says<AttendanceDeclined>("declines", r =>
                                r.By(AdaBrill).On("2029-04-05").InHindsight() with
                                {
                                    Person = AdaBrill,
                                }
                            )
                    )
                    .Log
            )
        );

    [Fact]
    public void A_background_round_gives_no_year_nor_does_what_is_told_of_it()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02")
                .Says<AttendanceDeclined>("declines", r =>
                    r.By(AdaBrill).On("2029-04-05") with
                    {
                        Person = AdaBrill,
                        Round = "2029",
                    }
                )
        );
        var (first, rest) = (history.Events[0], history.Events.Skip(1));
        IReadOnlyList<int> FindYears(bool isBackground)
        {
            var definition = (NegotiationDefined)first.Event with
            {
                Rounds =
                [
                    .. Negotiations.Tests.History.Definition.Rounds,
                    new("2029", When: Edtf.Parse("2029-04"), Background: isBackground),
                ],
            };
            return OnHappenedClock(4, new(history.Log.Settled, [first with { Event = definition }, .. rest]));
        }

        Assert.Equal([2029, 2031], FindYears(isBackground: false));
        Assert.Equal([2031], FindYears(isBackground: true));
    }

    [Fact]
    public void Several_years_are_candidates_in_their_order() =>
        Assert.Equal([2029, 2031], OnHappenedClock(4, Told("2031-04-02", "2029-04-05")));

    [Fact]
    public void On_the_recorded_clock_it_is_the_only_year_in_which_something_was_recorded_in_that_month() =>
        Assert.Equal([2031], YearInference.OnRecordedClock(Sample.History().Log).FindYears(5));

    [Theory]
    [InlineData("April 3", null, "known-by: 'April 3' has no year, and the negotiation has articles published")]
    [InlineData(null, "April 3", "happened-by: 'April 3' has no year, and the negotiation has rounds or dated acts")]
    public async Task The_candidates_are_named_when_a_question_leaves_the_year_open(
        string? knownBy,
        string? happenedBy,
        string problem
    )
    {
        var store = new SampleStore(
            Sample.History(
                Declines("morning-herald", "2031-04-02", "2031-04-02"),
                Declines("evening-post", "2029-04-07", "2029-04-05")
            )
        );

        var exception = await Assert.ThrowsAsync<UnreadableBoundException>(() =>
            store.ReadQuestionAsync(new(Sample.Talks, knownBy, happenedBy))
        );

        Assert.Equal($"{problem} in that month of 2029, 2031; add the year", exception.Message);
    }

    [Fact]
    public async Task Where_there_is_none_that_is_said()
    {
        var store = new SampleStore(Sample.History());

        var exception = await Assert.ThrowsAsync<UnreadableBoundException>(() =>
            store.ReadQuestionAsync(new(Sample.Talks, KnownBy: "April 3"))
        );

        Assert.Equal(
            "known-by: 'April 3' has no year, and the negotiation has no articles published in that month; add "
                + "the year",
            exception.Message
        );
    }

    [Fact]
    public async Task What_is_recorded_later_does_not_change_what_a_date_means()
    {
        var store = new SampleStore(Sample.History(Declines("morning-herald", "2031-04-02", "2029-04-05")));

        // Position 1 is the negotiation, with its round of April 2031.
        var question = await store.ReadQuestionAsync(new(Sample.Talks, HappenedBy: "April 3", RecordedBy: "1"));

        Assert.Equal(
            (Sample.Time("2031-04-03"), new RecordedBound.AtPosition(1)),
            (question.HappenedBy!.Value, question.RecordedBy)
        );
    }

    private static IReadOnlyList<int> OnKnownClock(int month, NegotiationLog log) =>
        YearInference.OnKnownClock(log).FindYears(month);

    private static IReadOnlyList<int> OnHappenedClock(int month, NegotiationLog log) =>
        YearInference.OnHappenedClock(log).FindYears(month);

    private static NegotiationLog Told(string published, string happened) =>
        Sample.History(Declines("morning-herald", published, happened)).Log;

    private static SampleArticle Declines(string outlet, string published, string happened) =>
        Sample
            .Article(outlet, published)
            .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill).On(happened) with { Person = AdaBrill });
}
