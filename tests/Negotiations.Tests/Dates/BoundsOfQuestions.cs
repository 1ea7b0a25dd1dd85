using NodaTime;
using NodaTime.Text;

namespace Negotiations.Tests;

public class BoundsOfQuestions
{
    [Theory]
    [InlineData("Europe/Istanbul", "2025-05-14", "2025-05-14T23:59:59.999999+03:00")]
    [InlineData("UTC", "2031-04-02", "2031-04-02T23:59:59.999999+00:00")]
    [InlineData("Asia/Kathmandu", "2031-04-02", "2031-04-02T23:59:59.999999+05:45")]
    [InlineData("America/St_Johns", "2024-01-10", "2024-01-10T23:59:59.999999-03:30")]
    // Clocks go forward, and back, in the course of the day.
    [InlineData("Europe/Berlin", "2024-03-31", "2024-03-31T23:59:59.999999+02:00")]
    [InlineData("Europe/Berlin", "2024-10-27", "2024-10-27T23:59:59.999999+01:00")]
    // Midnight is skipped: the day after begins at one o'clock.
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-03T23:59:59.999999-03:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T23:59:59.999999-02:00")]
    // Midnight comes twice: the clock goes back from it, and the day ends the second time.
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-17T23:59:59.999999-03:00")]
    // The day after is skipped as a whole.
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T23:59:59.999999-10:00")]
    // Midnight lies within what is skipped, from half past eleven on.
    [InlineData("America/Toronto", "1919-03-30", "1919-03-30T23:29:59.999999-05:00")]
    public void A_day_ends_with_its_last_microsecond(string zone, string day, string end)
    {
        var itsZone = DateTimeZoneProviders.Tzdb[zone];

        Assert.Equal(end, Bound.Format(EndOfDay(day, itsZone), itsZone));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2024-03-30", 23)]
    [InlineData("Europe/Berlin", "2024-10-26", 25)]
    [InlineData("America/Sao_Paulo", "2018-11-03", 23)]
    [InlineData("America/Sao_Paulo", "2018-02-16", 25)]
    [InlineData("Europe/Istanbul", "2025-05-14", 24)]
    public void Between_the_ends_of_two_days_lie_the_hours_of_the_second(string zone, string day, int hours)
    {
        var itsZone = DateTimeZoneProviders.Tzdb[zone];
        var next = LocalDatePattern.Iso.Format(Days.Day(day).PlusDays(1));

        Assert.Equal(Duration.FromHours(hours), EndOfDay(next, itsZone) - EndOfDay(day, itsZone));
    }

    [Theory]
    [InlineData("2031-04-02T06:30:15.123456789Z", "2031-04-02T06:30:15.123456Z")]
    [InlineData("2031-04-02T06:30:15.1234569Z", "2031-04-02T06:30:15.123456Z")]
    [InlineData("2031-04-02T06:30:15.000000001Z", "2031-04-02T06:30:15Z")]
    [InlineData("2031-04-02T06:30:15.123456Z", "2031-04-02T06:30:15.123456Z")]
    [InlineData("1969-12-31T23:59:59.9999999Z", "1969-12-31T23:59:59.999999Z")]
    [InlineData("1960-01-01T00:00:00.0000001Z", "1960-01-01T00:00:00Z")]
    public void Below_the_microsecond_a_time_is_cut_off(string time, string cut) =>
        Assert.Equal(
            InstantPattern.ExtendedIso.Parse(cut).Value,
            Bound.ToMicrosecond(InstantPattern.ExtendedIso.Parse(time).Value)
        );

    [Theory]
    [InlineData("2031-04-02T06:30:15Z", "2031-04-02T09:30:15+03:00")]
    [InlineData("2031-04-02T06:30:00Z", "2031-04-02T09:30:00+03:00")]
    [InlineData("2031-04-02T06:30:15.5Z", "2031-04-02T09:30:15.5+03:00")]
    [InlineData("2031-04-02T06:30:15.000001Z", "2031-04-02T09:30:15.000001+03:00")]
    [InlineData("2031-01-02T06:30:15.12Z", "2031-01-02T08:30:15.12+02:00")]
    public void A_time_is_shown_with_the_offset_that_the_zone_has_at_it(string time, string shown) =>
        Assert.Equal(shown, Bound.Format(InstantPattern.ExtendedIso.Parse(time).Value, Sample.Zone));

    private static Instant EndOfDay(string day, DateTimeZone zone) => Bound.EndOfDay(Days.Day(day), zone);
}
