using NodaTime;

namespace Negotiations.Tests;

public class TimesAsPeopleSayThem
{
    private static readonly DateTimeZone Zone = Sample.Zone;

    [Theory]
    [InlineData("2031-04-02", "2031-04-02T23:59:59.999999+03:00")]
    [InlineData(" 2031-04-02 ", "2031-04-02T23:59:59.999999+03:00")]
    [InlineData("2031-04", "2031-04-30T23:59:59.999999+03:00")]
    [InlineData("April 2031", "2031-04-30T23:59:59.999999+03:00")]
    [InlineData("April 2", "2031-04-02T23:59:59.999999+03:00")]
    [InlineData("2 April", "2031-04-02T23:59:59.999999+03:00")]
    [InlineData("2. apr", "2031-04-02T23:59:59.999999+03:00")]
    [InlineData("Apr. 2nd, 2030", "2030-04-02T23:59:59.999999+03:00")]
    [InlineData("2nd April 2030", "2030-04-02T23:59:59.999999+03:00")]
    [InlineData("APRIL 2 2030", "2030-04-02T23:59:59.999999+03:00")]
    [InlineData("Sept 3 2030", "2030-09-03T23:59:59.999999+03:00")]
    [InlineData("2031-04-02T18:00", "2031-04-02T18:00:00+03:00")]
    [InlineData("2031-04-02 9:05", "2031-04-02T09:05:00+03:00")]
    [InlineData("2031-04-02t18:00:30.123456", "2031-04-02T18:00:30.123456+03:00")]
    [InlineData("2031-04-02T18:00:30.1234567", "2031-04-02T18:00:30.123456+03:00")]
    [InlineData("April 2 18:00", "2031-04-02T18:00:00+03:00")]
    [InlineData("2 April 2031, 18:00", "2031-04-02T18:00:00+03:00")]
    [InlineData("2031-04-02T18:00Z", "2031-04-02T21:00:00+03:00")]
    [InlineData("2031-04-02T18:00:00 -05:00", "2031-04-03T02:00:00+03:00")]
    [InlineData("2032-02", "2032-02-29T23:59:59.999999+02:00")]
    public void A_time_is_read(string text, string expected) => Assert.Equal(expected, Bound.Format(Read(text), Zone));

    [Theory]
    [InlineData("", "is not a time that can be read")]
    [InlineData("soon", "is not a time that can be read")]
    [InlineData("2031", "is not a time that can be read")]
    [InlineData("Aprilis 2", "'Aprilis' is no month")]
    [InlineData("Ap 2", "'Ap' is no month")]
    [InlineData("02.04.2031", "is ambiguous")]
    [InlineData("02/04/31", "is ambiguous")]
    [InlineData("4-2-2031", "is ambiguous")]
    [InlineData("16.05.2031", "is not a time that can be read; write 2031-05-16")]
    [InlineData("05/16/2031", "is not a time that can be read; write 2031-05-16")]
    [InlineData("17.16.2031", "is ambiguous")]
    [InlineData("2031-13-01", "has no such month")]
    [InlineData("2031-02-29", "does not exist: that month of 2031 has 28 days")]
    [InlineData("April 31", "does not exist: that month of 2031 has 30 days")]
    [InlineData("April 0", "does not exist")]
    [InlineData("2031-04-02T24:00", "no such time of day: '24:00'")]
    [InlineData("2031-04-02T18", "is not a time that can be read")]
    [InlineData("2031-04 18:00", "has a time of day but no day")]
    [InlineData("2031-04-02T18:00+25:00", "no such offset: '+25:00'")]
    [InlineData("2031-04-02Z", "is not a time that can be read")]
    [InlineData("0000-04-02", "outside of the years 1 to 9999")]
    [InlineData("9999-12-31", "outside of the years 1 to 9999")]
    [InlineData(
        "2031-03-30T03:30",
        "does not exist in Europe/Helsinki, where the clocks were put forward over it; add an offset"
    )]
    [InlineData(
        "2031-10-26T03:30",
        "comes twice in Europe/Helsinki, where the clocks were put back; add the offset, +03 or +02"
    )]
    public void What_is_no_time_is_refused_with_the_reason(string text, string reason)
    {
        var exception = Assert.Throws<FormatException>(() => Read(text));

        Assert.StartsWith($"'{text}' ", exception.Message);
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public void A_time_that_comes_twice_is_clear_with_an_offset() =>
        Assert.Equal("2031-10-26T03:30:00+02:00", Bound.Format(Read("2031-10-26T03:30+02:00"), Zone));

    [Theory]
    [InlineData("April 2", true)]
    [InlineData("2 April 18:00", true)]
    [InlineData("April 2 2031", false)]
    [InlineData("2031-04-02", false)]
    [InlineData("soon", false)]
    public void Only_a_date_without_a_year_lacks_one(string text, bool lacks) =>
        Assert.Equal(lacks, TimeReader.LacksYear(text));

    [Theory]
    [InlineData("May 20", "2031-05-20")]
    [InlineData("20 May", "2031-05-20")]
    [InlineData("20 May 2029", "2029-05-20")]
    [InlineData("December 30", "2030-12-30")]
    [InlineData("February 29", null)]
    [InlineData("May 20 18:00", null)]
    [InlineData("May 2031", null)]
    [InlineData("2031-05-20", null)]
    public void A_day_without_a_year_is_the_nearest(string text, string? expected) =>
        Assert.Equal(
            expected,
            TimeReader.FindDay(text, new(2031, 1, 10)) is { } day
                ? NodaTime.Text.LocalDatePattern.Iso.Format(day)
                : null
        );

    private static Instant Read(string text) => TimeReader.Read(text, Zone, new("rounds", _ => [2031]));
}
