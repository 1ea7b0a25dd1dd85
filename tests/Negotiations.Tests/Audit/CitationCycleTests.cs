using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

public class CitationCycleTests
{
    [Fact]
    public void A_name_that_comes_twice_in_a_chain_is_a_circle() =>
        Assert.Equal(
            ["the chain of attribution comes back to coast wire"],
            FindCircles(Article("herald", "Coast Wire", "Post", "Coast Wire"))
        );

    [Fact]
    public void Two_papers_that_have_it_from_each_other_are_a_circle() =>
        Assert.Equal(
            ["herald has it from post has it from herald: act keel-declines"],
            FindCircles(Article("herald", "Post"), Article("post", "Herald"))
        );

    [Fact]
    public void Three_papers_can_go_round_too() =>
        Assert.Equal(
            ["herald has it from times has it from post has it from herald: act keel-declines"],
            FindCircles(Article("herald", "Times"), Article("post", "Herald"), Article("times", "Post"))
        );

    [Fact]
    public void Two_papers_that_have_it_from_a_third_are_none() =>
        Assert.Empty(
            FindCircles(
                Article("herald", "Coast Wire"),
                Article("post", "Coast Wire"),
                Article("times", "Herald", "Post")
            )
        );

    [Fact]
    public void Papers_that_cite_each_other_for_different_acts_are_none() =>
        Assert.Empty(FindCircles(Article("herald", "Post"), Article("post", ["Herald"], "another")));

    [Fact]
    public void A_spokesman_beside_his_institution_is_none() =>
        Assert.Empty(
            FindCircles(
                Sample
                    .Article("herald", "2031-04-02")
                    .Says<AttendanceDeclined>("r", r =>
                        r.BySpokesman(PellArno, VarlandChancellery) with
                        {
                            Person = TomasKeel,
                            Event = null,
                            Kind = null,
                        }
                    )
            )
        );

    [Fact]
    public void A_dense_web_without_a_circle_is_searched_to_its_end()
    {
        var articles = Enumerable
            .Range(0, 24)
            .Select(number =>
                Article(
                    $"paper-{number:D2}",
                    [.. Enumerable.Range(number + 1, 24 - number).Select(later => $"paper-{later:D2}").Reverse()]
                )
            )
            .ToArray();

        Assert.Empty(FindCircles(articles));
    }

    private static SampleArticle Article(string outlet, params string[] through) =>
        Article(outlet, through, "keel-declines");

    private static SampleArticle Article(string outlet, string[] through, string act) =>
        Sample
            .Article(outlet, "2031-04-02")
            .Says<AttendanceDeclined>($"{outlet}-r", report =>
                through
                    .Aggregate(
                        report.By(TomasKeel) with
                        {
                            Person = TomasKeel,
                            Event = null,
                            Kind = null,
                        },
                        (told, name) => told.Through(name)
                    )
                    .WithAct(act)
            );

    private static IEnumerable<string> FindCircles(params SampleArticle[] articles) =>
        Audit
            .Run(Sample.History(articles).Log, new(Sample.Talks), ArticleTextIndex.None)
            .SourcingIssues.Where(spot => spot.Kind == SourcingIssueKind.CircularChain)
            .Select(spot => spot.Sentence);
}
