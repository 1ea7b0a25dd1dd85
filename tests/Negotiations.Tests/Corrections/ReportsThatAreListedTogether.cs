namespace Negotiations.Tests;

public class ReportsThatAreListedTogether
{
    private static readonly Report First = Report("courier", "v1", "offer");

    [Fact]
    public void Two_versions_of_a_report_are_told_apart()
    {
        var second = Report("courier", "v2", "offer");
        var other = Report("courier", "v2", "reply");
        var name = EventReference.FormatAmong([First, second, other, First]);

        Assert.Equal(
            ["courier@v1#offer", "courier@v2#offer", "courier#reply"],
            new[] { First, second, other }.Select(name)
        );
    }

    [Fact]
    public void A_report_that_is_listed_twice_keeps_its_short_form() =>
        Assert.Equal("courier#offer", EventReference.FormatAmong([First, First])(First));

    private static Report Report(string article, string version, string id) =>
        (Report)Filled.Create(typeof(TalksOffered)) with
        {
            Article = article,
            Version = version,
            Id = id,
        };
}
