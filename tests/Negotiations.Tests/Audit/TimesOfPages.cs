namespace Negotiations.Tests;

public class TimesOfPages
{
    private const string Words = "Varland waits for the ships.";

    // The talks are in Helsinki, in April three hours ahead of UTC.
    [Theory]
    [InlineData("2031-04-02T18:30", "2031-04-02T18:30:00+03:00", null)]
    [InlineData("2031-04-02T18:30", "2031-04-02T15:30:12Z", null)]
    [InlineData("2031-04-02T18:30", "2031-04-02T15:30+0000", null)]
    [InlineData("2031-04-02T18:30", "2031-04-02", null)]
    [InlineData("2031-04-02T18:30", "2031-04-01T09:00:00Z", "2031-04-02T15:30:00Z")]
    [InlineData("2031-04-02", "2031-04-02T07:00:00Z", null)]
    [InlineData("2031-04-02", "2031-04-02", null)]
    [InlineData("2031-04-02T18:30", "last Wednesday", null)]
    [InlineData("2031-04-02T18:30", "9999-12-31", null)]
    [InlineData("2031-04-02T18:30", null, null)]
    public void A_page_that_says_the_same_is_no_weak_spot(string coded, string? published, string? modified) =>
        Assert.Empty(FindIssues(coded, published, modified));

    [Theory]
    [InlineData("2031-04-02T18:30", "2031-04-02T18:30:00Z", null)]
    [InlineData("2031-04-02T18:30", "2031-04-02T15:32:00Z", null)]
    [InlineData("2031-04-02T18:30", "2031-04-04", null)]
    [InlineData("2031-04-02", "2031-04-02T21:30:00Z", null)]
    [InlineData("2031-04-02T18:30", "2031-04-01T09:00:00Z", "2031-04-02T16:30:00Z")]
    public void A_page_that_says_otherwise_is_one(string coded, string published, string? modified)
    {
        var spot = Assert.Single(FindIssues(coded, published, modified));

        Assert.StartsWith($"herald@v1: the page gives {published} (datePublished)", spot.Sentence);
        Assert.EndsWith("(stated)", spot.Sentence);
        Assert.Equal(["2031-04/position/unnamed/r"], spot.Facts);
    }

    private static IEnumerable<SourcingIssue> FindIssues(string coded, string? published, string? modified)
    {
        var article = new TextArticle(Words, published: coded).Says("r", "Varland waits");
        var log = article.Record().Log;
        var held = new ArticleText("herald.html", article.Text)
        {
            Metadata = new() { Published = published, Modified = modified },
        };
        return Audit
            .Run(log, new(Sample.Talks), new ArticleTextIndex([held], log.Timeline.Versions))
            .SourcingIssues.Where(spot => spot.Kind == SourcingIssueKind.PageTime);
    }
}
