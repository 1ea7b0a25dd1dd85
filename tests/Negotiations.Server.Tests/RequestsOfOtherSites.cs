using System.Net;
using Microsoft.Extensions.Configuration;

namespace Negotiations.Server.Tests;

/// <summary>What a page of another site has a browser send is refused; what a program sends is not.</summary>
[Collection(OneServer.Name)]
public sealed class RequestsOfOtherSites(RunningServer server)
{
    [Theory]
    [InlineData("POST", "Sec-Fetch-Site", "cross-site", true)]
    [InlineData("POST", "Sec-Fetch-Site", "same-site", true)]
    [InlineData("POST", "Sec-Fetch-Site", "same-origin", false)]
    [InlineData("POST", "Sec-Fetch-Site", "none", false)]
    [InlineData("POST", "Origin", "https://other.example", true)]
    [InlineData("POST", "Origin", "null", true)]
    [InlineData("PUT", "Sec-Fetch-Site", "cross-site", true)]
    [InlineData("DELETE", "Sec-Fetch-Site", "cross-site", true)]
    [InlineData("GET", "Sec-Fetch-Site", "cross-site", false)]
    public async Task Only_what_changes_something_is_refused(string method, string header, string value, bool isRefused)
    {
        var quarry = Quarry.New();
        using var response = await server.SendAsync(
            new HttpMethod(method),
            method == "POST" ? "/api/negotiations" : "/api",
            null,
            method == "GET" ? null : quarry.Definition,
            (header, value)
        );

        Assert.Equal(isRefused, response.StatusCode == HttpStatusCode.Forbidden);
        Assert.Equal(
            isRefused || method != "POST" ? 0 : 1,
            await server.Database.QueryAsync<long>(
                $"select count(*) from mt_streams where id = '{StreamName.ForNegotiation(quarry.Talks)}'"
            )
        );
    }

    [Theory]
    [InlineData("URLS", "http://0.0.0.0:5081")]
    [InlineData("URLS", "http://127.0.0.1:5081;http://*:5082")]
    [InlineData("URLS", "http://+:5081")]
    [InlineData("URLS", "http://192.0.2.7:5081")]
    [InlineData("URLS", "http://talks.example")]
    [InlineData("HTTP_PORTS", "8080")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://[::]:5081")]
    public void A_server_that_allows_everything_does_not_listen_to_others(string name, string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Listening.RequireLoopback(With(name, value)));

        Assert.Contains("Negotiations__SingleUser", exception.Message);
    }

    [Theory]
    [InlineData("URLS", "http://127.0.0.1:5081")]
    [InlineData("URLS", "http://localhost:5081;http://[::1]:5082")]
    [InlineData("Kestrel:Endpoints:Web:Url", "https://127.0.0.1:5081")]
    public void It_listens_on_loopback(string name, string value) => Listening.RequireLoopback(With(name, value));

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5081;nonsense")]
    public void Where_nobody_can_listen_is_refused_by_name(string urls)
    {
        var exception = Assert.Throws<ArgumentException>(() => Listening.RequireAddresses(With("URLS", urls)));

        Assert.StartsWith("URLS: ", exception.Message);
    }

    [Theory]
    [InlineData("http://*:5081;https://+:5082")]
    [InlineData("http://[::1]:5081")]
    public void Where_somebody_can_is_not(string urls) => Listening.RequireAddresses(With("URLS", urls));

    [Theory]
    [InlineData("http://0.0.0.0:5081", "*")]
    [InlineData("http://*:5081", "*")]
    [InlineData("http://desk.example:5081", "desk.example;localhost;127.0.0.1;[::1]")]
    public void Who_listens_for_others_is_asked_by_the_names_of_its_addresses(string urls, string hosts)
    {
        var configuration = new ConfigurationManager();

        Listening.RequireHosts(configuration, Listening.ListHosts(urls));

        Assert.Equal(hosts, configuration["AllowedHosts"]);
    }

    private static IConfiguration With(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
}
