using System.Net;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class CachingOfPages(PagesServer server)
{
    [Theory]
    [InlineData("/harbour/at/2031-04-05/recorded/40")]
    [InlineData("/harbour/recorded/30")]
    [InlineData("/harbour/recorded/30/positions")]
    [InlineData("/harbour/recorded/30/compare/2031-04-02/now")]
    public async Task A_page_with_a_bound_on_the_record_is_kept_for_ever(string address)
    {
        using var first = await server.Http.GetAsync(address);
        var before = await first.Content.ReadAsByteArrayAsync();

        Assert.Contains("immutable", first.Headers.CacheControl!.ToString());
        Assert.False(first.Headers.ETag!.IsWeak);

        await AppendAsync();
        using var second = await server.Http.GetAsync(address);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(before, await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/harbour")]
    [InlineData("/harbour/at/2031-04-05")]
    [InlineData("/harbour/fact/2031-04/round/status")]
    public async Task Any_other_page_is_asked_for_again_until_something_is_recorded(string address)
    {
        using var first = await server.Http.GetAsync(address);
        Assert.DoesNotContain("immutable", first.Headers.CacheControl!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync());
        await AppendAsync();
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync());

        async Task<HttpStatusCode> AskAgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var response = await server.Http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.NotModified)
                Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_page_that_quotes_from_texts_is_asked_for_again_though_its_record_is_bounded()
    {
        using var response = await server.Http.GetAsync("/harbour/recorded/40/fact/2031-04/round/status");

        Assert.DoesNotContain("immutable", response.Headers.CacheControl!.ToString());
    }

    // What a page says of itself, such as its address in a citation, has the name by which the server was asked.
    [Fact]
    public async Task By_another_name_of_the_server_a_page_is_another()
    {
        using var one = await server.Http.GetAsync("/harbour/recorded/30");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/harbour/recorded/30");
        request.Headers.Host = "localhost:81";
        using var other = await server.Http.SendAsync(request);

        Assert.Contains("http://localhost:81/harbour", await other.Content.ReadAsStringAsync());
        Assert.NotEqual(one.Headers.ETag, other.Headers.ETag);
    }

    [Fact]
    public async Task What_fails_and_an_audit_are_kept_nowhere()
    {
        foreach (var address in new[] { "/harbour/at/yesterday", "/harbor", "/harbour/recorded/30/audit" })
        {
            using var response = await server.Http.GetAsync(address);
            Assert.True(response.Headers.CacheControl!.NoStore, address);
            Assert.Null(response.Headers.ETag);
        }
    }

    [Theory]
    [MemberData(nameof(AllPages.Data), MemberType = typeof(AllPages))]
    public async Task The_head_of_a_page_is_that_of_the_page(string address)
    {
        using var whole = await server.Http.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await server.Http.SendAsync(request);

        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_style_and_the_script_are_small_and_kept_for_ever()
    {
        foreach (var (address, most) in new[] { (PageAssets.Style, 16_000), (PageAssets.Script, 5_000) })
        {
            using var response = await server.Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString());
            Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 100, most);
        }

        using var other = await server.Http.GetAsync("/assets/000000000000/page.css");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private async Task AppendAsync()
    {
        var name = $"{Guid.NewGuid():N}";
        await server.PostAsync(
            "/api/corrections",
            "application/json",
            $$$"""
            {"event": "courier-2031-04-02#offer",
             "correction": {
               "by": "publisher", "reason": "again", "id": "again-{{{name}}}",
               "noticePublished": "2031-04-09T12:00", "noticeReference": "page 3",
               "changes": [{"group": "amend", "field": "summary", "value": "Talks are offered, {{{name}}}."}]}}
            """
        );
    }
}
