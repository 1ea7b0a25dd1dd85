namespace Negotiations.Tests;

public class OrderOfActsByTime
{
    [Fact]
    public void The_day_comes_first_and_what_has_none_before_everything() =>
        Ordered(
            ["undated", "in-march", "on-the-second", "on-the-third"],
            Herald("2031-04-05T09:00")
                .Says<TalksUrged>("on-the-third", r => r.On("2031-04-03").At("early"))
                .Says<TalksUrged>("on-the-second", r => r.On("2031-04-02").At("late"))
                .Says<TalksUrged>("undated", r => r.Undated())
                .Says<TalksUrged>("in-march", r => r.On("2031-03"))
        );

    [Fact]
    public void The_vague_stands_before_the_precise() =>
        Ordered(
            ["one-of-two-days", "that-day"],
            Herald("2031-04-05T09:00")
                .Says<TalksUrged>("that-day", r => r.On("2031-04-03").At("early"))
                .Says<TalksUrged>("one-of-two-days", r => r.On("[2031-04-02,2031-04-03]").At("late"))
        );

    [Fact]
    public void The_time_of_day_comes_next_and_none_is_midday() =>
        Ordered(
            ["early", "at-ten", "at-some-time", "at-one", "evening", "at-half-past-ten"],
            Herald("2031-04-05T09:00")
                .Says<TalksUrged>("at-half-past-ten", r => r.On("2031-04-03").At("22:30"))
                .Says<TalksUrged>("evening", r => r.On("2031-04-03").At("evening"))
                .Says<TalksUrged>("at-one", r => r.On("2031-04-03").At("13:00"))
                .Says<TalksUrged>("at-some-time", r => r.On("2031-04-03"))
                .Says<TalksUrged>("at-ten", r => r.On("2031-04-03").At("10:00"))
                .Says<TalksUrged>("early", r => r.On("2031-04-03").At("early"))
        );

    [Fact]
    public void Then_what_was_known_first() =>
        Ordered(
            ["known-first", "known-later"],
            Sample
                .Article("evening-post", "2031-04-05T20:00", "a")
                .Says<TalksUrged>("known-later", r => r.On("2031-04-03")),
            Sample
                .Article("morning-herald", "2031-04-05T09:00", "b")
                .Says<TalksUrged>("known-first", r => r.On("2031-04-03"))
        );

    [Fact]
    public void Then_the_article() =>
        Ordered(
            ["in-a", "in-b"],
            Sample.Article("evening-post", "2031-04-05T09:00", "b").Says<TalksUrged>("in-b", r => r.On("2031-04-03")),
            Sample.Article("morning-herald", "2031-04-05T09:00", "a").Says<TalksUrged>("in-a", r => r.On("2031-04-03"))
        );

    [Fact]
    public void Then_the_place_in_the_article() =>
        Ordered(
            ["z-above", "a-below"],
            Herald("2031-04-05T09:00")
                .Says<TalksUrged>("a-below", r => r.On("2031-04-03") with { Evidence = [Sample.Span(700)] })
                .Says<TalksUrged>("z-above", r => r.On("2031-04-03") with { Evidence = [Sample.Span(30)] })
        );

    [Fact]
    public void The_time_of_day_is_that_of_the_report_known_first_that_has_one() =>
        Ordered(
            ["at-ten", "twice-told"],
            Sample
                .Article("morning-herald", "2031-04-04T09:00", "a")
                .Says<TalksUrged>("told", r => r.On("2031-04-03").WithAct("twice-told")),
            Sample
                .Article("morning-herald", "2031-04-05T09:00", "b")
                .Says<TalksUrged>("told", r => r.On("2031-04-03").At("11:00").WithAct("twice-told")),
            Sample
                .Article("morning-herald", "2031-04-06T09:00", "c")
                .Says<TalksUrged>("told", r => r.On("2031-04-03").At("early").WithAct("twice-told"))
                .Says<TalksUrged>("at-ten", r => r.On("2031-04-03").At("10:00"))
        );

    private static SampleArticle Herald(string published) => Sample.Article("morning-herald", published);

    private static void Ordered(string[] acts, params SampleArticle[] articles)
    {
        Assert.Equal(acts, Sample.History(articles).ActsByTime);
        Assert.Equal(acts, Sample.History([.. articles.Reverse()]).ActsByTime);
    }
}
