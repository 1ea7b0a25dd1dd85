using Microsoft.Extensions.Configuration;

namespace Negotiations.Server.Tests;

public sealed class SettingsOfTheServer
{
    [Theory]
    [InlineData("SingleNode", "perhaps")]
    [InlineData("CheckAgainAfter", "abc")]
    [InlineData("CheckAgainAfter", "-1.00:00:00")]
    [InlineData("HandleWithin", "00:00:00")]
    [InlineData("RetryAfter:0", "abc")]
    [InlineData("RetryAfter:0", "00:00:00")]
    [InlineData("SingelNode", "true")]
    [InlineData("Reading", "ajar")]
    [InlineData("Reading", "7")]
    [InlineData("SingleUser", "perhaps")]
    [InlineData("ReadsPerMinute", "-1")]
    [InlineData("WritesPerMinute", "many")]
    [InlineData("HeartbeatAfter", "00:00:00")]
    [InlineData("HeartbeatAfter", "5")]
    [InlineData("HandleWithin", "60.00:00:00")]
    [InlineData("CheckAgainAfter", "4000000.00:00:00")]
    [InlineData("RetryAfter:0", "2.00:00:00")]
    [InlineData("WaitForFacts", "10")]
    [InlineData("TelemetryEndpoint", "ftp://collector.example")]
    [InlineData("Jwt:Authority", "http://issuer.example")]
    [InlineData("Jwt:Audience", "negotiations")]
    [InlineData("Jwt:Issuer", "https://issuer.example")]
    [InlineData("OpenIdConnect:Authority", "http://issuer.example")]
    [InlineData("OpenIdConnect:Authority", "https://issuer.example")]
    [InlineData("OpenIdConnect:ClientId", "desk")]
    [InlineData("OpenIdConnect:Secret", "none")]
    public void That_cannot_be_read_are_refused_by_name(string name, string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => ServerSettings.Read(With(name, value)));

        Assert.Contains(name.Split(':')[0], exception.Message);
    }

    [Fact]
    public void Of_logging_are_refused_by_name_too()
    {
        var wrong = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Logging:LogLevel:Default", "Loud")])
            .Build();

        Assert.Contains(
            "Logging__LogLevel__Default",
            Assert.Throws<ArgumentException>(() => ServerSettings.Read(wrong)).Message
        );
    }

    [Fact]
    public void Are_the_defaults_where_nothing_is_said() =>
        Assert.Equal(new ServerSettings(), ServerSettings.Read(new ConfigurationBuilder().Build()));

    [Fact]
    public void Are_read() =>
        Assert.Equal(TimeSpan.FromHours(2), ServerSettings.Read(With("CheckAgainAfter", "02:00:00")).CheckAgainAfter);

    private static IConfiguration With(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new($"{ServerSettings.Section}:{name}", value)]).Build();
}
