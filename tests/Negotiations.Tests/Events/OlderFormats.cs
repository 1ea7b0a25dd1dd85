namespace Negotiations.Tests;

public class OlderFormats
{
    private static readonly Upcast[] Steps =
    [
        Append(null, 1, "all 1→2"),
        Append("talks_offered", 2, "offered 2→3"),
        Append("talks_held", 1, "held 1→2"),
        Append(null, 3, "all 3→4"),
        Append("talks_held", 3, "held 3→4"),
    ];

    [Theory]
    [InlineData("talks_offered", 1, "all 1→2|offered 2→3|all 3→4")]
    [InlineData("talks_offered", 2, "offered 2→3|all 3→4")]
    [InlineData("talks_offered", 3, "all 3→4")]
    [InlineData("talks_offered", 4, "")]
    [InlineData("talks_held", 1, "all 1→2|held 1→2|all 3→4|held 3→4")]
    [InlineData("talks_urged", 1, "all 1→2|all 3→4")]
    public void Steps_are_applied_in_order_from_the_format_that_is_stored(string name, int format, string trail)
    {
        var read = Upcasts.Apply(name, new() { ["format"] = format }, Steps, current: 4);

        Assert.Equal(trail, (string?)read["trail"] ?? "");
        Assert.Equal(4, (int)read["format"]!);
    }

    [Fact]
    public void An_event_without_a_format_is_of_the_first()
    {
        var read = Upcasts.Apply("talks_urged", [], Steps, current: 2);

        Assert.Equal("all 1→2", (string?)read["trail"]);
        Assert.Equal(2, (int)read["format"]!);
    }

    [Fact]
    public void A_step_may_put_another_object_in_place_of_the_old()
    {
        Upcast rename = new("talks_urged", 1, old => new() { ["action"] = (string?)old["urge"] });

        var read = Upcasts.Apply("talks_urged", new() { ["urge"] = "meet" }, [rename], current: 2);

        Assert.Equal("""{"action":"meet","format":2}""", read.ToJsonString());
    }

    [Fact]
    public void A_newer_format_is_refused() =>
        Assert.Equal(
            "a 'talks_offered' event has format 2; this program reads up to 1",
            Assert.Throws<UnreadableEventException>(() => EventJson.Read("talks_offered", """{"format":2}""")).Message
        );

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("1.5")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("{}")]
    [InlineData("99999999999")]
    public void A_format_that_is_no_number_from_one_is_refused(string format) =>
        Assert.Contains(
            "which is no number from 1",
            Assert
                .Throws<UnreadableEventException>(() => EventJson.Read("talks_offered", $$"""{"format":{{format}}}"""))
                .Message
        );

    [Fact]
    public void Every_step_of_this_program_starts_below_the_present_format() =>
        Assert.All(Upcasts.Steps, step => Assert.InRange(step.From, 1, DomainEvent.CurrentFormat - 1));

    [Fact]
    public void A_new_event_has_the_present_format() =>
        Assert.Equal(
            DomainEvent.CurrentFormat,
            new NegotiationDefined
            {
                Negotiation = "lake",
                Title = "Lake Talks",
                Zone = "UTC",
                Rounds = [],
                Entities = [],
            }.Format
        );

    private static Upcast Append(string? typeName, int from, string word) => new(typeName, from, data =>
        {
            data["trail"] = data["trail"] is { } trail ? $"{trail}|{word}" : word;
            return data;
        });
}
