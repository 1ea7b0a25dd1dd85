namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class StopsOfTheSlider(PagesServer server)
{
    [Fact]
    public async Task Are_the_times_at_which_something_became_known()
    {
        var store = await server.OpenStoreAsync();
        var position = new RecordedBound.AtPosition(server.Position);
        var log = await store.ReadLogAsync(PagesServer.Talks, position);

        var stops = await store.ReadTimesKnownAsync(new(PagesServer.Talks, RecordedBy: position));

        Assert.Equal(log.TimesKnown.Order(), stops.Intersect(log.TimesKnown));
        Assert.Equal(stops.Order(), stops);
    }

    [Fact]
    public async Task Up_to_an_earlier_position_are_fewer()
    {
        var store = await server.OpenStoreAsync();
        var few = await store.ReadTimesKnownAsync(new(PagesServer.Talks, RecordedBy: new RecordedBound.AtPosition(5)));
        var all = await store.ReadTimesKnownAsync(new(PagesServer.Talks));

        Assert.NotEmpty(few);
        Assert.True(few.Count < all.Count);
        Assert.Subset(all.ToHashSet(), few.ToHashSet());
    }

    [Fact]
    public async Task Say_no_value_that_became_known_only_later()
    {
        var html = await server.ReadAsync("/harbour/at/2031-04-02/fact/2031-04/attendance/odric-fennimoor");

        Assert.DoesNotContain("declined", html);
        Assert.Contains("another value", html);
    }
}
