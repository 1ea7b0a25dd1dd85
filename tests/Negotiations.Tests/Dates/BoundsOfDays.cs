namespace Negotiations.Tests;

public class BoundsOfDays
{
    [Theory]
    [InlineData("04-02", "04-09", "04-05", "04-20", "04-05", "04-09")]
    [InlineData("04-02", "04-09", "04-03", "04-04", "04-03", "04-04")]
    [InlineData("04-02", "04-09", "04-09", "04-20", "04-09", "04-09")]
    [InlineData("04-02", "04-09", null, "04-05", "04-02", "04-05")]
    [InlineData("04-02", "04-09", "04-05", null, "04-05", "04-09")]
    [InlineData(null, "04-09", null, "04-05", null, "04-05")]
    [InlineData("04-02", null, "04-05", null, "04-05", null)]
    [InlineData(null, "04-09", "04-02", null, "04-02", "04-09")]
    [InlineData(null, null, "04-02", "04-09", "04-02", "04-09")]
    [InlineData(null, null, null, null, null, null)]
    public void An_intersection_holds_the_days_that_fit_both(
        string? firstA,
        string? lastA,
        string? firstB,
        string? lastB,
        string? first,
        string? last
    )
    {
        Assert.Equal(Between(first, last), Between(firstA, lastA).Intersect(Between(firstB, lastB)));
        Assert.Equal(Between(first, last), Between(firstB, lastB).Intersect(Between(firstA, lastA)));
        Assert.False(Between(first, last).IsEmpty);
    }

    [Fact]
    public void Bounds_without_a_common_day_have_an_empty_intersection()
    {
        var intersection = Between("04-02", "04-04").Intersect(Between("04-05", "04-09"));

        Assert.True(intersection.IsEmpty);
        Assert.False(intersection.IsDay);
        Assert.True(intersection.Width <= 0);
    }

    [Theory]
    [InlineData("04-02", "04-09", "04-05", "04-02", "04-05")]
    [InlineData("04-02", "04-09", "04-09", "04-02", "04-09")]
    [InlineData("04-02", "04-09", "04-20", "04-02", "04-09")]
    [InlineData("04-02", null, "04-05", "04-02", "04-05")]
    [InlineData(null, null, "04-05", null, "04-05")]
    public void A_cut_leaves_nothing_after_its_day(
        string? first,
        string? last,
        string day,
        string? cutFirst,
        string? cutLast
    ) => Assert.Equal(Between(cutFirst, cutLast), Between(first, last).CutAt(Days.Day($"2031-{day}")));

    [Fact]
    public void A_cut_before_the_first_day_leaves_nothing() =>
        Assert.True(Between("04-02", "04-09").CutAt(Days.Day("2031-04-01")).IsEmpty);

    [Theory]
    [InlineData("04-02", "04-02", 1)]
    [InlineData("04-02", "04-09", 8)]
    [InlineData("01-01", "12-31", 365)]
    [InlineData(null, "04-09", int.MaxValue)]
    [InlineData("04-02", null, int.MaxValue)]
    [InlineData(null, null, int.MaxValue)]
    public void The_width_counts_the_days(string? first, string? last, int width) =>
        Assert.Equal(width, Between(first, last).Width);

    [Fact]
    public void One_day_is_a_day_and_nothing_else_is()
    {
        Assert.True(DayBounds.FromDay(Days.Day("2031-04-02")).IsDay);
        Assert.False(Between("04-02", "04-03").IsDay);
        Assert.False(Between(null, "04-03").IsDay);
        Assert.False(DayBounds.Unbounded.IsDay);
    }

    private static DayBounds Between(string? first, string? last) =>
        Days.Between(first is null ? null : $"2031-{first}", last is null ? null : $"2031-{last}");
}
