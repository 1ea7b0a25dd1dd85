namespace Negotiations.Coding.Tests;

public class TimesOfPublication
{
    [Theory]
    [InlineData("2031-04-02T18:30", "2031-04-02T15:30:00Z")]
    [InlineData("2031-04-02T18:30:15", "2031-04-02T15:30:15Z")]
    [InlineData("2031-04-02T18:30:15.123456", "2031-04-02T15:30:15.123456Z")]
    [InlineData("2031-04-02T18:30+05:30", "2031-04-02T13:00:00Z")]
    [InlineData("2031-04-02T18:30:15Z", "2031-04-02T18:30:15Z")]
    [InlineData("2031-04-02", "2031-04-02T20:59:59.999999Z")]
    // The days on which the clocks change, and the hour that comes twice, told apart by the offset
    [InlineData("2031-03-30", "2031-03-30T20:59:59.999999Z")]
    [InlineData("2031-10-26", "2031-10-26T21:59:59.999999Z")]
    [InlineData("2031-10-26T03:30+03:00", "2031-10-26T00:30:00Z")]
    [InlineData("2031-10-26T03:30+02:00", "2031-10-26T01:30:00Z")]
    public async Task A_time_is_read_in_the_zone_of_the_talks_and_a_day_means_its_end(string time, string expected)
    {
        var article = LakeTalks
            .Article.With("time: 2031-04-02T18:30", $"time: {time}")
            .Replace("happened: 2031-04-02\n", "happened: 2031-03\n");

        Assert.Equal(
            expected,
            NodaTime.Text.InstantPattern.ExtendedIso.Format((await Coded.ReadAsync(article)).Version.Published.Time)
        );
    }

    [Fact]
    public async Task A_zone_of_its_own_goes_for_every_time_of_a_publication()
    {
        var published = (
            await Coded.ReadAsync(
                LakeTalks.Article.With(
                    "basis: stated",
                    "basis: assumed\n  reason: it says evening\n  zone: America/New_York\n  earliest: "
                        + "2031-04-02T18:00\n  latest: 2031-04-02"
                )
            )
        )
            .Version
            .Published;

        Assert.Equal(
            (
                PublicationBasis.Assumed,
                "it says evening",
                "2031-04-02T22:30:00Z",
                "2031-04-02T22:00:00Z",
                "2031-04-03T03:59:59.999999Z"
            ),
            (
                published.Basis,
                published.Reason,
                Iso(published.Time),
                Iso(published.Earliest!.Value),
                Iso(published.Latest!.Value)
            )
        );
    }

    [Fact]
    public async Task An_entry_of_a_live_blog_is_known_from_its_own_time()
    {
        var article = await Coded.ReadAsync(
            LakeTalks.Article.With("lookingBack: false", "known: {time: 2031-04-02T19:45, basis: stated}")
        );

        Assert.Equal("2031-04-02T16:45:00Z", Iso(article.Reports[1].Known!.Time));
        Assert.Equal("2031-04-02T15:30:00Z", Iso(article.Version.Published.Time));
        Assert.All(article.Reports.Where(report => report.Id != "keel-stays-away"), report =>
            Assert.Null(report.Known)
        );
    }

    [Fact]
    public async Task An_act_of_an_entry_may_lie_after_the_first_publication_but_not_after_the_entry()
    {
        var article = LakeTalks
            .Article.With(
                "happened: 2031-04-02\n    timeOfDay: evening",
                "happened: 2031-04-06\n    timeOfDay: evening"
            )
            .With("lookingBack: false", "known: {time: 2031-04-06T09:00, basis: stated}");

        Assert.Equal("2031-04-06", (await Coded.ReadAsync(article)).Reports[1].Happened!.Text);
        Assert.Equal(
            "events[1].happened",
            Assert
                .Single(await Coded.ErrorsOfAsync(article.With("time: 2031-04-06T09:00", "time: 2031-04-04T09:00")))
                .Field
        );
    }

    private static string Iso(NodaTime.Instant time) => NodaTime.Text.InstantPattern.ExtendedIso.Format(time);
}
