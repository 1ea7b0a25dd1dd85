using System.Net;
using System.Text.RegularExpressions;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class PagesOverHttp(PagesServer server)
{
    [Theory]
    [MemberData(nameof(AllPages.Data), MemberType = typeof(AllPages))]
    public async Task A_page_loads_nothing_from_elsewhere_and_runs_nothing_of_its_text(string address)
    {
        using var response = await server.Http.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            policy
        );
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch(@"<[^>]* (style|on\w+)=", html);
        Assert.DoesNotContain("<style", html);
        Assert.All(
            Regex
                .Matches(html, @"<(script|link|img|iframe|object)[^>]*?(src|href)=""([^""]*)""")
                .Where(found => !found.Value.Contains("canonical", StringComparison.Ordinal)),
            found => Assert.StartsWith("/assets/", found.Groups[3].Value)
        );
        Assert.DoesNotContain("<script>", html);
        Assert.True(html.Length < 100_000, $"{address} has {html.Length} characters");
    }

    [Theory]
    [MemberData(nameof(AllPages.Data), MemberType = typeof(AllPages))]
    public async Task Every_link_of_a_page_leads_to_a_page(string address)
    {
        var (_, html) = await server.GetAsync(address);
        var links = Regex
            .Matches(html, @"href=""(/[^""#]*)""")
            .Select(found => WebUtility.HtmlDecode(found.Groups[1].Value))
            .Where(link => !link.StartsWith("/assets/", StringComparison.Ordinal))
            .Distinct()
            // Of many links of one kind, some stand for all.
            .GroupBy(link => string.Join('/', link.Split('/').Take(5)))
            .SelectMany(alike => alike.Take(2))
            .ToList();

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var (status, body) = await server.GetAsync(link);
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.SeeOther, $"{address} → {link}: {status} {body}");
        }
    }

    [Fact]
    public async Task A_state_says_what_was_known_then_and_no_more()
    {
        var before = await server.ReadAsync("/harbour/at/2031-04-02");
        var after = await server.ReadAsync("/harbour");

        Assert.Contains("What was known by the end of 2 April 2031", before);
        Assert.Contains("confirmed", Line(before, "Odric Fennimoor"));
        Assert.Contains("declined", Line(after, "Odric Fennimoor"));
        Assert.DoesNotContain("postponed", before);
        Assert.Contains("after this point", before);

        static string Line(string html, string name) =>
            Regex.Match(html, $@"<bdi>{name}</bdi>.{{0,40}}", RegexOptions.Singleline).Value;
    }

    [Fact]
    public async Task A_fact_has_its_reports_their_chain_and_the_sentence_in_the_text()
    {
        var html = await server.ReadAsync("/harbour/fact/2031-04/attendance/odric-fennimoor");

        Assert.Contains("Who says so", html);
        Assert.Contains("From speaker to outlet", html);
        Assert.Contains("→ The Lantern Mail", html);
        Assert.Contains("<mark>", html);
        Assert.Contains("Before this change", html);
    }

    [Fact]
    public async Task No_page_quotes_a_text_whole()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(PagesServer.DataFolder("harbour"), "texts", "courier-2031-04-02.txt")
        );
        var longest = text.Split('\n').Where(line => line.Length > 0).Sum(line => line.Length);
        foreach (var address in AllPages.Addresses)
        {
            var (_, html) = await server.GetAsync(address);
            var quoted = Regex
                .Matches(html, "<blockquote[^>]*>(.*?)</blockquote>", RegexOptions.Singleline)
                .Select(found => Regex.Replace(found.Groups[1].Value, "<[^>]*>", ""))
                .Distinct()
                .ToList();
            Assert.All(quoted, quotation => Assert.InRange(quotation.Length, 1, 700));
            Assert.True(quoted.Sum(quotation => quotation.Length) < longest / 2, address);
        }
    }

    [Fact]
    public async Task What_somebody_wrote_is_never_markup()
    {
        var html = await server.ReadAsync("/harbour/corrections");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html);
    }

    [Theory]
    [InlineData("/harbor", HttpStatusCode.NotFound, "/harbour")]
    [InlineData("/harbour/fact/2031-04/attendance/odric-fenimoor", HttpStatusCode.NotFound, "odric-fennimoor")]
    [InlineData("/harbour/fact/2031-04/attendance", HttpStatusCode.NotFound, "odric-fennimoor")]
    [InlineData("/harbour/articles/courier-2031-04-20", HttpStatusCode.NotFound, "courier-2031-04-02")]
    [InlineData("/harbour/round/2031-05", HttpStatusCode.NotFound, "2031-04")]
    [InlineData("/harbour/timelin", HttpStatusCode.NotFound, "timeline")]
    [InlineData("/harbour/at/2031-02-30", HttpStatusCode.BadRequest, "28 days")]
    [InlineData("/harbour/at/yesterday", HttpStatusCode.BadRequest, "yesterday")]
    [InlineData("/harbour/at/3.4.2031", HttpStatusCode.BadRequest, "ambiguous")]
    [InlineData("/harbour/recorded/999999", HttpStatusCode.BadRequest, "999999")]
    [InlineData("/harbour?fakt=x", HttpStatusCode.BadRequest, "fakt")]
    [InlineData("/harbour/at/2031-04-02/compare/2031-04-02/2031-04-05", HttpStatusCode.BadRequest, "two times")]
    [InlineData("/harbour/articles?page=7", HttpStatusCode.BadRequest, "page")]
    public async Task What_is_not_there_is_answered_with_what_is(string address, HttpStatusCode expected, string near)
    {
        var (status, html) = await server.GetAsync(address);

        Assert.Equal(expected, status);
        Assert.Contains(near, html);
        Assert.StartsWith("<!doctype html>", html);
    }

    [Fact]
    public async Task A_fact_of_which_nothing_was_known_by_then_is_an_answer() =>
        Assert.Contains(
            "Nothing known by then.",
            await server.ReadAsync("/harbour/at/2031-04-01/fact/2031-04/attendance/odric-fennimoor")
        );

    [Fact]
    public async Task The_forms_lead_to_addresses()
    {
        Assert.Equal("/harbour/at/2031-04-05", await FollowAsync("go?from=/harbour&clock=known&time=2031-04-05"));
        Assert.Equal("/harbour", await FollowAsync("go?from=/harbour/at/2031-04-05&clock=known&time="));
        Assert.Equal("/harbour/recorded/7", await FollowAsync("go?from=/harbour&clock=recorded&stop=7"));
        Assert.Equal("/harbour", await FollowAsync("go?from=/harbour/recorded/7&clock=recorded&stop=99999"));
        Assert.Equal(
            "/harbour/compare/2031-04-02/now",
            await FollowAsync("go?from=/harbour&clock=known&a=2031-04-02&b=now")
        );
        Assert.StartsWith("/harbour/at/2031-04-", await FollowAsync("go?from=/harbour&clock=known&stop=1"));
        Assert.Equal(
            "/harbour/at/2031-04-02/fact/2031-04/round/status",
            await FollowAsync("go?from=/harbour/fact/2031-04/round/status&clock=known&time=2031-04-02")
        );

        async Task<string> FollowAsync(string form)
        {
            using var response = await server.Http.GetAsync($"/harbour/{form}");
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            return response.Headers.Location!.OriginalString;
        }
    }

    [Theory]
    [InlineData("go?from=https://elsewhere.example/&clock=known&stop=1")]
    [InlineData("go?from=//elsewhere.example&clock=known&stop=1")]
    [InlineData("go?from=/other&clock=known&stop=1")]
    [InlineData("go?from=/harbour&clock=lunar&stop=1")]
    [InlineData("go?from=/harbour&clock=known&stop=first")]
    public async Task A_form_sends_nobody_elsewhere(string form) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync($"/harbour/{form}")).Status);

    [Fact]
    public async Task Citations_lead_to_the_same_answer()
    {
        var now = await server.ReadAsync("/harbour/at/2031-04-05");
        var permalink = Regex.Match(now, @"<a href=""([^""]*)"" rel=""bookmark"">").Groups[1].Value;

        Assert.Matches(@"^/harbour/at/2031-04-05/recorded/\d+$", permalink);
        Assert.Contains("@misc{harbour-", now);
        Assert.Equal(Body(now), Body(await server.ReadAsync(permalink)));

        // The links keep the bounds of the page on which they stand.
        static string Body(string html) =>
            Regex.Replace(
                Regex.Match(html, @"<h2 class=""round"">.*?<footer", RegexOptions.Singleline).Value,
                @"/recorded/\d+",
                ""
            );
    }
}
