using System.Net;
using System.Text.RegularExpressions;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class WhatPagesSay(PagesServer server)
{
    [Fact]
    public async Task Assumed_times_are_said_once_and_marked_beside_values()
    {
        var html = await server.ReadAsync("/harbour");

        Assert.Single(Regex.Matches(html, "times of publication of 2 articles are assumed; .* are marked ~"));
        Assert.Contains("class=\"hangs\" title=\"hangs on an assumed time\"", html);
        Assert.DoesNotContain("(assumed)", html);
        Assert.DoesNotContain("class=\"mark assumed\">hangs", html);
    }

    [Fact]
    public async Task What_may_not_have_been_known_yet_is_counted_at_the_top_without_its_keys()
    {
        var html = await server.ReadAsync("/harbour/at/2031-04-05T22:00");

        var banner = Regex.Match(html, "data-part=\"banner\".*?</section>", RegexOptions.Singleline).Value;
        Assert.Matches("lantern-mail-2031-04-05 may have come out later .*values? hangs? on it, marked ~[?]", banner);
        Assert.DoesNotContain("2031-04/", banner);
        Assert.Contains("href=\"/harbour/at/2031-04-05T22:00/audit\"", banner);
    }

    [Fact]
    public async Task A_page_of_an_old_position_leads_to_what_was_recorded_since()
    {
        var old = await server.ReadAsync("/harbour/recorded/5");

        Assert.Contains("<a href=\"/harbour\">see what is recorded now</a>", old);
        Assert.Contains("<a href=\"/harbour/compare/recorded/5/now\">what changed since</a>", old);
        await server.ReadAsync("/harbour/compare/recorded/5/now");
        Assert.DoesNotContain("what changed since", await server.ReadAsync("/harbour"));
    }

    [Fact]
    public async Task A_correction_says_in_plain_words_who_erred_and_who_made_it()
    {
        var html = await server.ReadAsync("/harbour/corrections");

        Assert.Contains("Withdrawn; the coder erred: ", html);
        Assert.Contains("Amended; the publisher erred: ", html);
        Assert.Matches("made by |by whom it was made is not recorded", html);
        Assert.DoesNotContain("amend by", html);
    }

    [Fact]
    public async Task A_report_says_who_coded_it() =>
        Assert.Contains(
            "coded by <bdi>negotiations project</bdi>",
            await server.ReadAsync("/harbour/fact/2031-04/attendance/odric-fennimoor")
        );

    [Fact]
    public async Task Attacks_are_listed_one_by_one_with_who_claims_them()
    {
        var html = await server.ReadAsync("/harbour/round/2031-04");

        Assert.Contains("<h3>Hostilities</h3>", html);
        Assert.Contains("claimed by ", html);
        Assert.DoesNotContain("× hostilities", html);
    }

    [Theory]
    [InlineData("now", "2031-04-02", "/harbour/compare/2031-04-02/now")]
    [InlineData("2031-04-05", "2031-04-02", "/harbour/compare/2031-04-02/2031-04-05")]
    [InlineData("recorded/9", "5", "/harbour/compare/recorded/5/9")]
    public async Task A_comparison_that_runs_backwards_says_so(string from, string to, string forwards)
    {
        var html = await server.ReadAsync($"/harbour/compare/{from}/{to}");

        Assert.Contains($"runs backwards, from the later time to the earlier. <a href=\"{forwards}\">", html);
        Assert.DoesNotContain("runs backwards", await server.ReadAsync(forwards));
    }

    [Fact]
    public async Task Of_a_wrong_time_a_page_leads_back_to_the_talks()
    {
        var (status, html) = await server.GetAsync("/harbour/at/2031-13-01");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("<a href=\"/harbour\">", html);
    }

    [Fact]
    public async Task The_audit_says_where_the_hash_chain_is_checked_and_leaves_identifiers_as_they_are()
    {
        var html = await server.ReadAsync("/harbour/audit");

        var link = Regex.Match(html, "href=\"(/api/harbour/audit[^\"]*)\"").Groups[1].Value;
        Assert.Contains("\"chain\"", await server.ReadAsync(link));
        Assert.DoesNotContain("(--chain does it)", html);
        Assert.DoesNotContain("Lantern-mail-2031", html);
    }
}
