using System.Text.Json;
using NodaTime;

namespace Negotiations.Tests;

public class PublicationTimes
{
    private static readonly Instant Time = Instant.FromUtc(2031, 4, 2, 6, 30);

    [Fact]
    public void A_stated_time_is_written_without_what_only_an_assumption_has() =>
        Assert.Equal(
            """{"time":"2031-04-02T06:30:00Z","basis":"stated"}""",
            JsonSerializer.Serialize(new Publication(Time, PublicationBasis.Stated), EventJson.Options)
        );

    [Fact]
    public void An_assumed_time_keeps_its_reason_and_its_limits()
    {
        var published = new Publication(
            Time,
            PublicationBasis.Assumed,
            "No time is given.",
            Time - Duration.FromHours(2),
            Time + Duration.FromMinutes(1)
        );
        var json = JsonSerializer.Serialize(published, EventJson.Options);

        Assert.Equal(
            """
            {"time":"2031-04-02T06:30:00Z","basis":"assumed","reason":"No time is given.",
            "earliest":"2031-04-02T04:30:00Z","latest":"2031-04-02T06:31:00Z"}
            """.ReplaceLineEndings(""),
            json
        );
        Assert.Equal(published, JsonSerializer.Deserialize<Publication>(json, EventJson.Options));
    }

    [Theory]
    [InlineData("""{"time":"2031-04-02","basis":"stated"}""")]
    [InlineData("""{"time":"2031-04-02T06:30:00+03:00","basis":"stated"}""")]
    [InlineData("""{"time":1,"basis":"stated"}""")]
    [InlineData("""{"time":"2031-04-02T06:30:00Z","basis":"guessed"}""")]
    [InlineData("""{"time":"2031-04-02T06:30:00Z","basis":1}""")]
    public void A_time_or_basis_of_another_form_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Publication>(json, EventJson.Options));
}
