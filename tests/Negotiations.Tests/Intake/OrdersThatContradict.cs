namespace Negotiations.Tests;

public class OrdersThatContradict
{
    [Theory]
    // Each pair says in an article of its own: the act before the arrow follows the one behind it
    [InlineData("a>b", null)]
    [InlineData("a>b b>c", null)]
    [InlineData("a>b a>c b>d c>d", null)]
    [InlineData("a>b a>b", null)]
    [InlineData("a>a", null)]
    [InlineData("a>b b>a", "a b")]
    [InlineData("a>b b>c c>a", "a b c")]
    [InlineData("x>a a>b b>a", "a b")]
    [InlineData("x>y a>b b>c c>a y>z", "a b c")]
    public void Are_found_across_articles(string pairs, string? cycle)
    {
        var reports = pairs
            .Split(' ')
            .SelectMany((pair, i) => Article($"paper-{i}", pair[0].ToString(), pair[2].ToString()));

        Assert.Equal(cycle?.Split(' '), OrderCycles.FindCycle(reports)?.Order());
    }

    [Fact]
    public void Are_found_in_a_chain_that_is_longer_than_any_call_stack()
    {
        var reports = Enumerable
            .Range(0, 20_000)
            .SelectMany(i => Article($"paper-{i}", $"act-{i}", $"act-{i + 1}"))
            .ToList();

        Assert.Null(OrderCycles.FindCycle(reports));
        Assert.Equal(20_001, OrderCycles.FindCycle([.. reports, .. Article("last", "act-20000", "act-0")])!.Count);
    }

    [Fact]
    public void Do_not_come_from_what_is_not_there() =>
        Assert.Null(OrderCycles.FindCycle([.. Article("paper", "a", "b").Take(1), .. Article("other", "b", "a")]));

    private static IEnumerable<VisibleReport> Article(string id, string later, string earlier)
    {
        var article = Sample
            .Article(id, "2031-04-02")
            .Says<PositionStated>("later", report => report with { Act = later, PrecededBy = ["earlier"] })
            .Says<PositionStated>("earlier", report => report with { Act = earlier });
        return article.Reports.Select(
            (report, i) =>
                new VisibleReport(
                    new(
                        i + 1,
                        default,
                        EventId.ForReport(article.Stream, "v1", report.Id),
                        article.Stream,
                        i + 1,
                        report
                    ),
                    report,
                    article.Version,
                    article.Version.Published,
                    new(2031, 4, 2)
                )
        );
    }
}
