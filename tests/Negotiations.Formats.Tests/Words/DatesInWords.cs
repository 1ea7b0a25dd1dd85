using NodaTime;

namespace Negotiations.Formats.Tests;

public class DatesInWords
{
    [Theory]
    [InlineData("2031-03-14", "on 14 March 2031")]
    [InlineData("2031-03", "in March 2031")]
    [InlineData("2031", "in 2031")]
    [InlineData("2031-03-14~", "about 14 March 2031")]
    [InlineData("2031-03?", "perhaps March 2031")]
    [InlineData("2031-03-14/2031-03-16", "14–16 March 2031")]
    public void A_date_has_the_word_before_it_that_fits_its_precision(string date, string expected) =>
        Assert.Equal(expected, DateWords.DescribeWhen(Edtf.Parse(date)));

    [Theory]
    [InlineData(PublicationBasis.Stated, "14 March 2031, 23:30")]
    [InlineData(PublicationBasis.Assumed, "14 March 2031, 23:30 (assumed)")]
    public void A_time_that_is_assumed_says_so(PublicationBasis basis, string expected) =>
        Assert.Equal(
            expected,
            DateWords.Describe(new Publication(Instant.FromUtc(2031, 3, 14, 23, 30), basis), DateTimeZone.Utc)
        );
}
