namespace Negotiations.Tests;

public class EdtfDates
{
    [Theory]
    // Days
    [InlineData("2031-04-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2028-02-29", "2028-02-29", "2028-02-29", DatePrecision.Day)]
    [InlineData("2000-02-29", "2000-02-29", "2000-02-29", DatePrecision.Day)]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01", DatePrecision.Day)]
    [InlineData("9999-12-31", "9999-12-31", "9999-12-31", DatePrecision.Day)]
    [InlineData(" 2031-04-02\t", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    // Months
    [InlineData("2031-04", "2031-04-01", "2031-04-30", DatePrecision.Month)]
    [InlineData("2031-12", "2031-12-01", "2031-12-31", DatePrecision.Month)]
    [InlineData("2028-02", "2028-02-01", "2028-02-29", DatePrecision.Month)]
    [InlineData("2031-02", "2031-02-01", "2031-02-28", DatePrecision.Month)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", DatePrecision.Month)]
    // Years
    [InlineData("2031", "2031-01-01", "2031-12-31", DatePrecision.Year)]
    [InlineData("0001", "0001-01-01", "0001-12-31", DatePrecision.Year)]
    // Seasons: of no hemisphere, northern, southern; quarters, thirds, halves
    [InlineData("2031-21", "2031-03-01", "2031-05-31", DatePrecision.Season)]
    [InlineData("2031-22", "2031-06-01", "2031-08-31", DatePrecision.Season)]
    [InlineData("2031-23", "2031-09-01", "2031-11-30", DatePrecision.Season)]
    [InlineData("2031-24", "2031-12-01", "2032-02-29", DatePrecision.Season)]
    [InlineData("2031-25", "2031-03-01", "2031-05-31", DatePrecision.Season)]
    [InlineData("2031-26", "2031-06-01", "2031-08-31", DatePrecision.Season)]
    [InlineData("2031-27", "2031-09-01", "2031-11-30", DatePrecision.Season)]
    [InlineData("2030-28", "2030-12-01", "2031-02-28", DatePrecision.Season)]
    [InlineData("2031-29", "2031-09-01", "2031-11-30", DatePrecision.Season)]
    [InlineData("2031-30", "2031-12-01", "2032-02-29", DatePrecision.Season)]
    [InlineData("2031-31", "2031-03-01", "2031-05-31", DatePrecision.Season)]
    [InlineData("2031-32", "2031-06-01", "2031-08-31", DatePrecision.Season)]
    [InlineData("2031-33", "2031-01-01", "2031-03-31", DatePrecision.Season)]
    [InlineData("2031-34", "2031-04-01", "2031-06-30", DatePrecision.Season)]
    [InlineData("2031-35", "2031-07-01", "2031-09-30", DatePrecision.Season)]
    [InlineData("2031-36", "2031-10-01", "2031-12-31", DatePrecision.Season)]
    [InlineData("2031-37", "2031-01-01", "2031-04-30", DatePrecision.Season)]
    [InlineData("2031-38", "2031-05-01", "2031-08-31", DatePrecision.Season)]
    [InlineData("2031-39", "2031-09-01", "2031-12-31", DatePrecision.Season)]
    [InlineData("2031-40", "2031-01-01", "2031-06-30", DatePrecision.Season)]
    [InlineData("2031-41", "2031-07-01", "2031-12-31", DatePrecision.Season)]
    [InlineData("9999-36", "9999-10-01", "9999-12-31", DatePrecision.Season)]
    public void A_date_admits_its_days(string text, string earliest, string latest, DatePrecision precision) =>
        Reads(text, earliest, latest, precision);

    [Theory]
    [InlineData("2031-04-XX", "2031-04-01", "2031-04-30", DatePrecision.Month)]
    [InlineData("2031-04-0X", "2031-04-01", "2031-04-09", DatePrecision.Month)]
    [InlineData("2031-04-1X", "2031-04-10", "2031-04-19", DatePrecision.Month)]
    [InlineData("2031-02-2X", "2031-02-20", "2031-02-28", DatePrecision.Month)]
    [InlineData("2031-04-X5", "2031-04-05", "2031-04-25", DatePrecision.Month)]
    [InlineData("2031-04-3X", "2031-04-30", "2031-04-30", DatePrecision.Day)]
    [InlineData("2031-XX", "2031-01-01", "2031-12-31", DatePrecision.Year)]
    [InlineData("2031-0X", "2031-01-01", "2031-09-30", DatePrecision.Year)]
    [InlineData("2031-1X", "2031-10-01", "2031-12-31", DatePrecision.Year)]
    [InlineData("2031-XX-XX", "2031-01-01", "2031-12-31", DatePrecision.Year)]
    [InlineData("2031-XX-31", "2031-01-31", "2031-12-31", DatePrecision.Year)]
    [InlineData("2031-0X-31", "2031-01-31", "2031-08-31", DatePrecision.Year)]
    [InlineData("203X", "2030-01-01", "2039-12-31", DatePrecision.Years)]
    [InlineData("20XX", "2000-01-01", "2099-12-31", DatePrecision.Years)]
    [InlineData("000X", "0001-01-01", "0009-12-31", DatePrecision.Years)]
    [InlineData("XXXX", "0001-01-01", "9999-12-31", DatePrecision.Years)]
    [InlineData("203X-02", "2030-02-01", "2039-02-28", DatePrecision.Years)]
    [InlineData("203X-02-29", "2032-02-29", "2036-02-29", DatePrecision.Years)]
    [InlineData("XXXX-12-XX", "0001-12-01", "9999-12-31", DatePrecision.Years)]
    public void Digits_that_are_not_known_admit_what_exists(
        string text,
        string earliest,
        string latest,
        DatePrecision precision
    ) => Reads(text, earliest, latest, precision);

    [Theory]
    [InlineData("2031-04-02?", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-04-02~", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-04-02%", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-04?-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031?-04-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("?2031-04-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-~04-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-04-%02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("?2031-04-~02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031~", "2031-01-01", "2031-12-31", DatePrecision.Year)]
    [InlineData("2031-04?", "2031-04-01", "2031-04-30", DatePrecision.Month)]
    [InlineData("2031-21~", "2031-03-01", "2031-05-31", DatePrecision.Season)]
    public void A_qualifier_changes_no_bounds(string text, string earliest, string latest, DatePrecision precision) =>
        Reads(text, earliest, latest, precision);

    [Theory]
    [InlineData("[2031-04-02]", "2031-04-02", "2031-04-02")]
    [InlineData("[2031-04-02,2031-04-03]", "2031-04-02", "2031-04-03")]
    [InlineData("[2031-04-09, 2031-04-03]", "2031-04-03", "2031-04-09")]
    [InlineData("[2031-04-02..2031-04-09]", "2031-04-02", "2031-04-09")]
    [InlineData("[2031-03,2031-04-02..2031-04-09,2031-05]", "2031-03-01", "2031-05-31")]
    [InlineData("[..2031-04-02]", null, "2031-04-02")]
    [InlineData("[2031-04-02..]", "2031-04-02", null)]
    [InlineData("[2031-01,2031-04-02..]", "2031-01-01", null)]
    [InlineData("[..2031-04-02,2031-05]", null, "2031-05-31")]
    [InlineData("[2031-04-02?,2031-04-03~]", "2031-04-02", "2031-04-03")]
    public void A_set_is_one_of_its_dates(string text, string? earliest, string? latest) =>
        Reads(text, earliest, latest, DatePrecision.Set);

    [Theory]
    [InlineData("2031-04-02/2031-04-09", "2031-04-02", "2031-04-09")]
    [InlineData("2031-04-02/2031-04-02", "2031-04-02", "2031-04-02")]
    [InlineData("2031-03/2031-04-09", "2031-03-01", "2031-04-09")]
    [InlineData("2031-04/2031-04-09", "2031-04-01", "2031-04-09")]
    [InlineData("2031-04-09/2031-04", "2031-04-09", "2031-04-30")]
    [InlineData("2031-04-09/2031", "2031-04-09", "2031-12-31")]
    [InlineData("2030/2031", "2030-01-01", "2031-12-31")]
    [InlineData("2031-21/2031-23", "2031-03-01", "2031-11-30")]
    [InlineData("2031-04-02/..", "2031-04-02", null)]
    [InlineData("2031-04-02/", "2031-04-02", null)]
    [InlineData("../2031-04-02", null, "2031-04-02")]
    [InlineData("/2031-04-02", null, "2031-04-02")]
    [InlineData("2031-04-02?/2031-04-09~", "2031-04-02", "2031-04-09")]
    public void An_interval_runs_from_its_first_to_its_last_day(string text, string? earliest, string? latest) =>
        Reads(text, earliest, latest, DatePrecision.Interval);

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("   ", "it is empty")]
    [InlineData("2031-04-02T18:00", "time of day")]
    [InlineData("[2031-04-02T18:00,2031-04-03]", "time of day")]
    [InlineData("0000", "no year 0000")]
    [InlineData("0000-05", "no year 0000")]
    [InlineData("2031-00", "'00' is neither a month (01 to 12) nor a season (21 to 41)")]
    [InlineData("2031-13", "'13' is neither a month (01 to 12) nor a season (21 to 41)")]
    [InlineData("2031-13-01", "'13' is neither a month")]
    [InlineData("2031-20", "'20' is neither a month")]
    [InlineData("2031-42", "'42' is neither a month")]
    [InlineData("2031-2X", "'2X' is neither a month")]
    [InlineData("2031-21-05", "a season has no days")]
    [InlineData("203X-21", "a season needs a year with all its digits")]
    [InlineData("9999-24", "after the year 9999")]
    [InlineData("2031-04-00", "2031-04 has no day 00")]
    [InlineData("2031-04-31", "2031-04 has no day 31")]
    [InlineData("2031-02-29", "2031-02 has no day 29")]
    [InlineData("1900-02-29", "1900-02 has no day 29")]
    [InlineData("2031-02-3X", "2031-02 has no day 3X")]
    [InlineData("2031-04-32", "2031-04 has no day 32")]
    [InlineData("XXXX-02-30", "'30' is not a day of that month")]
    [InlineData("31-04-02", "'31' is not a year of 4 digits")]
    [InlineData("12031", "'12031' is not a year of 4 digits")]
    [InlineData("2031-4", "'4' is not a month of 2 digits")]
    [InlineData("2031-04-2", "'2' is not a day of 2 digits")]
    [InlineData("2031-04-x2", "'x2' is not a day of 2 digits")]
    [InlineData("٢٠٣١", "is not a year of 4 digits")]
    [InlineData("2031-04-02-05", "is not year, year-month or year-month-day")]
    [InlineData("-2031", "is not year, year-month or year-month-day")]
    [InlineData("2031-", "is not year, year-month or year-month-day")]
    [InlineData("2031--02", "is not year, year-month or year-month-day")]
    [InlineData("2 April 2031", "is not a year of 4 digits")]
    [InlineData("yesterday", "is not a year of 4 digits")]
    [InlineData("..", "is not a year of 4 digits")]
    [InlineData("?", "at most one of the qualifiers")]
    [InlineData("2031??", "at most one of the qualifiers")]
    [InlineData("?2031?", "at most one of the qualifiers")]
    [InlineData("2031-04-02~?", "at most one of the qualifiers")]
    [InlineData("{2031-04-02,2031-04-03}", "means all of the dates")]
    [InlineData("[2031-04-02,2031-04-03", "ends with ']'")]
    [InlineData("[2031-04-02}", "ends with ']'")]
    [InlineData("[", "ends with ']'")]
    [InlineData("[]", "a date on each side of a comma")]
    [InlineData("[2031-04-02,]", "a date on each side of a comma")]
    [InlineData("[,2031-04-02]", "a date on each side of a comma")]
    [InlineData("[..]", "needs a date on at least one side")]
    [InlineData("[2031-04-09..2031-04-02]", "'2031-04-09..2031-04-02' ends before it begins")]
    [InlineData("[2031-04-02/2031-04-03]", "is not year, year-month or year-month-day")]
    [InlineData("2031-04-09/2031-04-02", "the interval ends before it begins")]
    [InlineData("2031-04-09/2030", "the interval ends before it begins")]
    [InlineData("2031/2032/2033", "exactly one '/'")]
    [InlineData("/", "at least one end")]
    [InlineData("../..", "at least one end")]
    [InlineData("2031-04-31/2031-05-02", "2031-04 has no day 31")]
    public void What_is_no_such_date_is_refused_with_the_reason(string text, string reason)
    {
        var message = Assert.Throws<FormatException>(() => Edtf.Parse(text)).Message;

        Assert.StartsWith($"'{text}' is not an EDTF date: ", message);
        Assert.Contains(reason, message);
    }

    [Theory]
    [InlineData("2031-04-02", false)]
    [InlineData("[2031-04-02,2031-04-09]", false)]
    [InlineData("2031-04", true)]
    [InlineData("2031-21", true)]
    [InlineData("2031", true)]
    [InlineData("203X", true)]
    [InlineData("2031-04-02/2031-04-09", true)]
    [InlineData("2031-04-02/..", true)]
    public void A_stretch_of_time_is_no_moment(string text, bool isStretch) =>
        Assert.Equal(isStretch, Edtf.Parse(text).IsStretch);

    [Theory]
    [InlineData("2031-04-02", "2031-04-02", "2031-04-02", DatePrecision.Day)]
    [InlineData("2031-04-01", "2031-04-30", "2031-04", DatePrecision.Month)]
    [InlineData("2028-02-01", "2028-02-29", "2028-02", DatePrecision.Month)]
    [InlineData("2031-02-01", "2031-02-27", "[2031-02-01..2031-02-27]", DatePrecision.Set)]
    [InlineData("2031-01-01", "2031-12-31", "2031", DatePrecision.Year)]
    [InlineData("2030-01-01", "2031-12-31", "[2030-01-01..2031-12-31]", DatePrecision.Set)]
    [InlineData("2031-04-02", "2031-04-09", "[2031-04-02..2031-04-09]", DatePrecision.Set)]
    [InlineData(null, "2031-04-09", "[..2031-04-09]", DatePrecision.Set)]
    [InlineData("2031-04-02", null, "[2031-04-02..]", DatePrecision.Set)]
    [InlineData("0001-01-01", "9999-12-31", "[0001-01-01..9999-12-31]", DatePrecision.Set)]
    [InlineData("9999-12-01", "9999-12-31", "9999-12", DatePrecision.Month)]
    public void Bounds_have_a_text_that_reads_back_as_them(
        string? earliest,
        string? latest,
        string text,
        DatePrecision precision
    )
    {
        var date = Edtf.From(Days.Between(earliest, latest));

        Assert.Equal((text, precision), (date.Text, date.Precision));
        Assert.Equal(Days.Between(earliest, latest), Edtf.Parse(text).Bounds);
    }

    [Fact]
    public void No_bounds_are_an_unknown_date() =>
        Assert.Equal(DatePrecision.Unknown, Edtf.From(DayBounds.Unbounded).Precision);

    [Fact]
    public void Dates_are_equal_when_they_are_written_alike()
    {
        Assert.Equal(Edtf.Parse("2031-04-02"), Edtf.Parse(" 2031-04-02 "));
        Assert.NotEqual(Edtf.Parse("2031-04-02"), Edtf.Parse("2031-04-02?"));
        Assert.Equal("2031-04-02?", Edtf.Parse("2031-04-02?").ToString());
    }

    private static void Reads(string text, string? earliest, string? latest, DatePrecision precision)
    {
        var date = Edtf.Parse(text);

        Assert.Equal(text.Trim(), date.Text);
        Assert.Equal(Days.Between(earliest, latest), date.Bounds);
        Assert.Equal(precision, date.Precision);
    }
}
