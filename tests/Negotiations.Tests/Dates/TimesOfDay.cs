using NodaTime;

namespace Negotiations.Tests;

public class TimesOfDay
{
    [Theory]
    [InlineData("00:00", 0, 0)]
    [InlineData("09:05", 9, 5)]
    [InlineData("18:30", 18, 30)]
    [InlineData("23:59", 23, 59)]
    [InlineData("early", 4, 0)]
    [InlineData("morning", 9, 0)]
    [InlineData("midday", 12, 0)]
    [InlineData("afternoon", 15, 0)]
    [InlineData("evening", 19, 0)]
    [InlineData("night", 22, 0)]
    [InlineData("late", 23, 0)]
    [InlineData(null, 12, 0)]
    public void Clock_times_and_words_have_a_place_on_one_scale(string? text, int hour, int minute) =>
        Assert.Equal(new LocalTime(hour, minute), TimeOfDay.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("9:05")]
    [InlineData("24:00")]
    [InlineData("18:60")]
    [InlineData("18:30:00")]
    [InlineData("6pm")]
    [InlineData("Morning")]
    [InlineData("18:30 ")]
    [InlineData("noonish")]
    public void Anything_else_is_refused_with_the_words_that_would_do(string text)
    {
        var message = Assert.Throws<FormatException>(() => TimeOfDay.Parse(text)).Message;

        Assert.Equal(
            $"'{text}' is not a time of day: write HH:mm or one of early, morning, midday, afternoon, "
                + "evening, night, late",
            message
        );
    }
}
