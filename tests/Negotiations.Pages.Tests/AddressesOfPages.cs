using NodaTime;

namespace Negotiations.Pages.Tests;

public class AddressesOfPages
{
    [Theory]
    [InlineData("recorded/329/at/2025-05-16", "/harbour/at/2025-05-16/recorded/329")]
    [InlineData(
        "happened/2025-05-16/at/2025-05-17/round/2031",
        "/harbour/at/2025-05-17/happened/2025-05-16/round/2031"
    )]
    public void Bounds_in_another_order_lead_to_the_address_with_the_right_one(string rest, string path)
    {
        var exception = Assert.Throws<UnknownPageException>(() => PageAddress.Parse("harbour", rest));

        Assert.Equal(path, Assert.Single(exception.Nearest).Path);
        Assert.Contains("'at', then 'happened', then 'recorded'", exception.Message);
    }

    [Fact]
    public void A_bound_that_is_there_twice_leads_nowhere() =>
        Assert.Empty(
            Assert.Throws<UnknownPageException>(() => PageAddress.Parse("harbour", "at/2025-05/at/2025-06")).Nearest
        );

    [Theory]
    [InlineData("")]
    [InlineData("/at/2031-04-05")]
    [InlineData("/at/2031-04-05T18:00+12:00/happened/2031-04-01/recorded/198")]
    [InlineData("/round/2031-04")]
    [InlineData("/round/2031-04/statements")]
    [InlineData("/at/2031-04-05/fact/2031-04/attendance/ilka-morvane")]
    [InlineData("/compare/2031-04-05/now")]
    [InlineData("/compare/recorded/3/4")]
    [InlineData("/articles/courier%20of%20%3Ftoday")]
    public void Are_written_as_they_are_read(string rest) =>
        Assert.Equal(
            $"/harbour{rest}",
            PageAddress
                .Parse("harbour", Uri.UnescapeDataString(rest.Replace("%3F", "%3F", StringComparison.Ordinal)))
                .Path
        );

    [Theory]
    [InlineData("at")]
    [InlineData("fact/2031-04")]
    [InlineData("compare/2031-04-05")]
    [InlineData("positons")]
    [InlineData("recorded/3/at/2031-04-05")]
    public void That_mean_nothing_are_refused(string rest) =>
        Assert.ThrowsAny<NotFoundException>(() => PageAddress.Parse("harbour", rest));

    [Fact]
    public void A_mistyped_page_is_answered_with_the_nearest() =>
        Assert.Contains(
            "did you mean 'positions'",
            Assert.ThrowsAny<NotFoundException>(() => PageAddress.Parse("harbour", "positons")).Message
        );

    [Theory]
    [InlineData("2031-04-05", "2031-04-05")]
    [InlineData("5 April 2031", "2031-04-05")]
    [InlineData("2031-04-05 18:00", "2031-04-05T18:00")]
    [InlineData("2031-04-05T18:00:30", "2031-04-05T18:00:30")]
    // The clocks are put back over this hour, so that it comes twice.
    [InlineData("2031-04-06T02:30+12:00", "2031-04-06T02:30:00+12:00")]
    public void A_time_is_written_so_that_it_is_read_again(string typed, string written)
    {
        var zone = DateTimeZoneProviders.Tzdb["Pacific/Auckland"];
        var years = YearInference.OnKnownClock(new NegotiationLog(new(0, null), []));
        var time = TimeReader.Read(typed, zone, years);

        Assert.Equal(written, TimeText.Format(time, zone));
        Assert.Equal(time, TimeReader.Read(TimeText.Format(time, zone), zone, years));
    }
}
