namespace Negotiations.Tests;

public class OrderOfTheTexts
{
    [Fact]
    public void What_the_text_puts_earlier_stands_earlier_whatever_the_time_of_day()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("offer", r => r.At("18:00"))
                .Says<TalksAccepted>("answer", r => r.At("09:00").After("offer"))
        );

        Assert.Equal(["answer", "offer"], history.ActsByTime);
        Assert.Equal(["offer", "answer"], history.ActsInOrder);
    }

    [Fact]
    public void Where_text_and_time_agree_nothing_changes()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("offer", r => r.At("09:00"))
                .Says<TalksUrged>("urging", r => r.At("12:00"))
                .Says<TalksAccepted>("answer", r => r.At("18:00").After("offer"))
        );

        Assert.Equal(["offer", "urging", "answer"], history.ActsInOrder);
    }

    [Fact]
    public void An_act_goes_back_behind_what_it_precedes_and_the_others_keep_their_places()
    {
        // By time: answer (2nd), urging (2nd, evening), offer (3rd); the offer precedes the answer, so it cannot stay
        // last.
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("offer", r => r.On("2031-04-03"))
                .Says<TalksAccepted>("answer", r => r.On("2031-04-02").At("morning").After("offer"))
                .Says<TalksUrged>("urging", r => r.On("2031-04-02").At("evening"))
        );

        Assert.Equal(["answer", "urging", "offer"], history.ActsByTime);
        Assert.Equal(["offer", "answer", "urging"], history.ActsInOrder);
    }

    [Fact]
    public void A_chain_through_a_third_act_orders_its_ends()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("first", r => r.At("20:00"))
                .Says<TalksUrged>("second", r => r.At("14:00").After("first"))
                .Says<TalksAccepted>("third", r => r.At("08:00").After("second"))
        );

        Assert.Equal(["third", "second", "first"], history.ActsByTime);
        Assert.Equal(["first", "second", "third"], history.ActsInOrder);
    }

    [Fact]
    public void The_reasons_why_an_act_stands_before_another_are_the_links_of_the_chain()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("first", r => r.At("20:00"))
                .Says<TalksUrged>("second", r => r.At("14:00").After("first"))
                .Says<TalksAccepted>("third", r => r.At("08:00").After("second"))
                .Says<TalksRejected>("other", r => r.At("10:00"))
        );
        var acts = history.Acts;
        var order = new TextOrder([.. acts.Values]);

        Assert.Equal(["first", "second", "third", "other"], order.Ordered.Select(act => act.Key));
        Assert.Equal(["first", "second", "third"], Reasons("first", "third"));
        Assert.Equal(["first", "second", "third"], Reasons("first", "other"));
        Assert.Empty(Reasons("third", "other"));

        IEnumerable<string> Reasons(string before, string after) =>
            order.ReasonsWhyBefore(acts[before], acts[after]).Select(report => report.Report.Id).Distinct().Order();
    }

    [Fact]
    public void An_act_that_precedes_two_stands_before_both()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("offer", r => r.At("20:00"))
                .Says<TalksAccepted>("yes", r => r.At("09:00").After("offer"))
                .Says<TalksRejected>("no", r => r.At("08:00").After("offer"))
        );

        Assert.Equal(["offer", "no", "yes"], history.ActsInOrder);
    }

    [Fact]
    public void A_reference_to_a_report_that_is_not_visible_is_harmless()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksAccepted>("answer", r => r.At("09:00").After("no-such-report"))
                .Says<TalksUrged>("urging", r => r.At("12:00"))
        );

        Assert.Equal(["answer", "urging"], history.ActsInOrder);
        Assert.Null(TextOrder.FindCycle([.. history.Acts.Values]));
    }

    [Fact]
    public void A_reference_is_to_the_same_article_and_no_other()
    {
        var history = Sample.History(
            Sample.Article("morning-herald", "2031-04-02T21:00", "a").Says<TalksOffered>("offer", r => r.At("18:00")),
            Sample
                .Article("evening-post", "2031-04-02T22:00", "b")
                .Says<TalksAccepted>("answer", r => r.At("09:00").After("offer"))
        );

        Assert.Equal(["answer", "offer"], history.ActsInOrder);
    }

    [Fact]
    public void A_reference_within_one_act_is_harmless()
    {
        var history = Sample.History(
            Herald()
                .Says<TalksOffered>("offer", r => r.WithAct("offer"))
                .Says<TalksOffered>("again", r => r.WithAct("offer").After("offer", "again"))
        );

        Assert.Null(TextOrder.FindCycle([.. history.Acts.Values]));
        Assert.Equal(["offer"], history.ActsInOrder);
    }

    [Fact]
    public void A_report_may_follow_several_and_an_order_said_twice_counts_once()
    {
        var history = Sample.History(
            Sample
                .Article("morning-herald", "2031-04-02T21:00", "a")
                .Says<TalksOffered>("offer", r => r.At("18:00"))
                .Says<TalksUrged>("urging", r => r.At("19:00"))
                .Says<TalksAccepted>("answer", r => r.At("09:00").After("offer", "urging", "offer")),
            Sample
                .Article("evening-post", "2031-04-02T22:00", "b")
                .Says<TalksOffered>("offer-again", r => r.WithAct("offer"))
                .Says<TalksAccepted>("answer-again", r => r.WithAct("answer").After("offer-again"))
        );

        Assert.Equal(["offer", "urging", "answer"], history.ActsInOrder);
    }

    [Fact]
    public void A_cycle_is_found_with_the_acts_on_it()
    {
        var acts = Cyclic().Acts;

        Assert.Equal(["a", "b", "c"], TextOrder.FindCycle([.. acts.Values])!.Select(act => act.Key).Order());
        Assert.Null(TextOrder.FindCycle([.. acts.Values.Where(act => act.Key != "b")]));
    }

    [Fact]
    public void Over_a_cycle_the_order_is_total_all_the_same()
    {
        var history = Cyclic();

        Assert.Equal(["a", "b", "beside", "c"], history.ActsInOrder.Order());
        Assert.Equal(history.ActsInOrder, history.ActsInOrder);
    }

    [Fact]
    public void A_long_chain_is_no_burden()
    {
        var article = Herald();
        for (var i = 0; i < 3000; i++)
        {
            var before = $"r{i - 1}";
            article.Says<TalksUrged>($"r{i}", r => r.At($"{23 - (i / 150):00}:{59 - (i % 60):00}").After(before));
        }

        var history = Sample.History(article);

        Assert.Null(TextOrder.FindCycle([.. history.Acts.Values]));
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"r{i}"), history.ActsInOrder);
    }

    private static History Cyclic() =>
        Sample.History(
            Herald()
                .Says<TalksUrged>("a", r => r.At("09:00").After("c"))
                .Says<TalksUrged>("b", r => r.At("10:00").After("a"))
                .Says<TalksUrged>("c", r => r.At("11:00").After("b"))
                .Says<TalksUrged>("beside", r => r.At("12:00").After("a"))
        );

    private static SampleArticle Herald() => Sample.Article("morning-herald", "2031-04-05T09:00");
}
