using System.Text;

namespace Negotiations.Tests.Events;

public class SharedTexts
{
    [Fact]
    public void A_name_that_is_read_again_is_the_same_text()
    {
        var (first, second) = (ReadWho("the officer"), ReadWho("the officer"));

        Assert.Equal("the officer", first);
        Assert.Same(first, second);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zoë – “Ö” 🕊")]
    [InlineData("a \"quoted\" \\ name\n")]
    [InlineData("a text that is longer than the names that are read again and again")]
    public void Every_text_is_read_as_it_was_written(string who)
    {
        Assert.Equal(who, ReadWho(who));
        Assert.Equal(who, ReadWho(who));
    }

    [Fact]
    public void So_many_texts_that_they_fall_into_the_same_places_stay_different() =>
        Parallel.For(0, 50_000, number => Assert.Equal($"officer {number}", ReadWho($"officer {number}")));

    private static string ReadWho(string who)
    {
        var erasure = new PayloadErased
        {
            Event = Guid.Empty,
            Who = who,
            Reason = "a request",
        };
        var json = Encoding.UTF8.GetBytes(EventJson.Write(erasure));
        return ((PayloadErased)EventJson.Read("payload_erased", json)).Who;
    }
}
