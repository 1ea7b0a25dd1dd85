using System.Text.Json;

namespace Negotiations.Tests;

public class ErasedEventsAsJson
{
    public static TheoryData<string> Names => new(EventTypes.All.Select(EventTypes.GetStoredName));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_left_of_an_erased_event_is_read_as_every_type(string name)
    {
        var type = EventTypes.Find(name)!;

        var read = (DomainEvent)JsonSerializer.Deserialize("""{"erased": true}""", type, EventJson.Options)!;

        Assert.IsType(type, read);
        Assert.True(read.Erased);
        Assert.True(EventJson.Read(name, """{"erased":true}""").Erased);
        Assert.Equal("""{"erased": true}""", EventJson.Write(read));
        Assert.Equal("an erased event", EventReference.Format(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_whole_event_is_not_erased_and_is_read_by_itself_too(string name)
    {
        var type = EventTypes.Find(name)!;
        var json = EventJson.Write(Filled.Create(type));

        var read = (DomainEvent)JsonSerializer.Deserialize(json, type, EventJson.Options)!;

        Assert.False(read.Erased);
        Assert.Equal(json, EventJson.Write(read));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"erased": false}""")]
    [InlineData("""{"erased": "true"}""")]
    [InlineData("""{"erased": true, "id": "x"}""")]
    [InlineData("""{"Erased": true}""")]
    public void What_only_looks_like_it_is_refused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TalksOffered>(json, EventJson.Options));
        Assert.Throws<UnreadableEventException>(() => EventJson.Read("talks_offered", json));
        Assert.False(ErasedEvent.Is(json));
    }

    [Theory]
    [InlineData("""{"erased": true}""", true)]
    [InlineData("""{ "erased" : true }""", true)]
    [InlineData("""[true]""", false)]
    [InlineData("", false)]
    [InlineData("{", false)]
    public void It_is_known_by_its_JSON_alone(string json, bool erased) => Assert.Equal(erased, ErasedEvent.Is(json));
}
