using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Negotiations.Pages.Tests;

public sealed class PagesInABrowser(BrowserServer browser) : IClassFixture<BrowserServer>
{
    private const string State = "/harbour/at/2031-04-05";
    private const string Fact = "/harbour/fact/2031-04/attendance/odric-fennimoor";

    private const int Narrow = 360;

    [BrowserTheory]
    [MemberData(nameof(AllPages.Data), MemberType = typeof(AllPages))]
    public async Task A_page_can_be_read_by_everybody_also_dark_and_narrow(string address)
    {
        await using var visit = await Visit.OpenAsync(browser, address);
        await HoldAsync(visit, address, new());

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.Page.SetViewportSizeAsync(Narrow, 740);
        // In the dark nothing but the colours is another.
        await HoldAsync(
            visit,
            $"{address}, dark",
            new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "target-size") }
        );
        Assert.Equal(Narrow, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [BrowserTheory]
    [InlineData(State)]
    [InlineData(Fact)]
    [InlineData("/harbour/timeline")]
    [InlineData("/harbour/compare/2031-04-02/2031-04-05")]
    [InlineData("/harbour/positions")]
    public async Task A_keyboard_comes_to_everything_and_back(string address)
    {
        await using var visit = await Visit.OpenAsync(browser, address);
        const string name = """
            (() => {
              const e = document.activeElement;
              return e === document.body ? '' : [...document.querySelectorAll('*')].indexOf(e) + ' ' + e.localName;
            })()
            """;
        const string all = """
            [...document.querySelectorAll('a[href], button, input:not([type=hidden]), [tabindex="0"]')]
              .filter(e => e.checkVisibility()).length
            """;
        var count = await visit.Page.EvaluateAsync<int>(all);
        var forward = await WalkAsync("Tab");
        var back = await WalkAsync("Shift+Tab");

        Assert.Equal(count, forward.Count);
        // Backwards the last comes right before the first.
        Assert.Equal(forward, Enumerable.Reverse(back.Take(count)));

        async Task<List<string>> WalkAsync(string key)
        {
            var places = new List<string>();
            for (var step = 0; step < count + 3; step++)
            {
                await visit.Page.Keyboard.PressAsync(key);
                var place = await visit.Page.EvaluateAsync<string>(name);
                if (place.Length == 0)
                    break;
                places.Add(place);
            }

            return places;
        }
    }

    [BrowserFact]
    public async Task The_slider_goes_through_the_changes_by_keyboard_and_keeps_the_focus()
    {
        await using var visit = await Visit.OpenAsync(browser, State);
        var slider = visit.Page.Locator("[data-stop]");
        var before = await slider.GetAttributeAsync("aria-valuetext");
        Assert.Matches(@"^change \d+ of \d+: \d+ April 2031, \d\d:\d\d", before!);

        await slider.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.WaitForURLAsync(url => !url.EndsWith(State, StringComparison.Ordinal));

        Assert.NotEqual(before, await slider.GetAttributeAsync("aria-valuetext"));
        Assert.True(await slider.EvaluateAsync<bool>("e => e === document.activeElement"));
        Assert.Contains("/harbour/at/2031-04-", visit.Page.Url);
        var words = await visit.Page.Locator("[data-part=words]").TextContentAsync();
        Assert.Equal(await slider.GetAttributeAsync("aria-valuetext"), words, ignoreCase: true);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task Steps_change_the_page_and_the_browser_goes_back()
    {
        await using var visit = await Visit.OpenAsync(browser, State);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "First", Exact = true }).ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.EndsWith(State, StringComparison.Ordinal));
        Assert.Contains("Known by", await visit.Page.Locator("h1").TextContentAsync());

        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("#time-field")).ToHaveValueAsync("2031-04-05");
        Assert.Contains("5 April 2031", await visit.Page.Locator("h1").TextContentAsync());
    }

    [BrowserFact]
    public async Task Playing_stops_when_the_focus_leaves()
    {
        await using var visit = await Visit.OpenAsync(browser, "/harbour/at/2031-04-02");
        var play = visit.Page.Locator("[data-play]");
        await play.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Pause", await play.TextContentAsync());
        await visit.Page.WaitForURLAsync(url => !url.EndsWith("/at/2031-04-02", StringComparison.Ordinal));

        await visit.Page.Locator("main").FocusAsync();
        Assert.Equal("Play", await play.TextContentAsync());
    }

    [BrowserFact]
    public async Task Nothing_plays_for_those_who_want_no_motion()
    {
        await using var visit = await Visit.OpenAsync(browser, State, new() { ReducedMotion = ReducedMotion.Reduce });

        Assert.True(await visit.Page.Locator("[data-play]").IsHiddenAsync());
    }

    [BrowserFact]
    public async Task Everything_but_sliding_and_playing_works_without_script()
    {
        await using var visit = await Visit.OpenAsync(browser, State, new() { JavaScriptEnabled = false });
        Assert.True(await visit.Page.Locator("[data-play]").IsHiddenAsync());

        await visit.Page.Locator("[data-stop]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Home");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Go" }).ClickAsync();
        Assert.Contains("change 1 of", await visit.Page.Locator("[data-stop]").GetAttributeAsync("aria-valuetext"));

        await visit.Page.Locator("#time-field").FillAsync("3 April 2031");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        Assert.Contains("3 April 2031", await visit.Page.Locator("h1").TextContentAsync());

        await visit.Page.Locator("a.why").First.ClickAsync();
        Assert.Contains("Who says so", await visit.Page.ContentAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Before this change" }).First.ClickAsync();
        Assert.Contains("/fact/", visit.Page.Url);
    }

    [BrowserFact]
    public async Task Marks_lead_to_where_the_fact_changed_and_are_large_enough()
    {
        await using var visit = await Visit.OpenAsync(browser, Fact);
        var marks = visit.Page.Locator("[data-part=marks] a");
        Assert.InRange(await marks.CountAsync(), 2, 10);
        foreach (var mark in await marks.AllAsync())
        {
            var box = await mark.BoundingBoxAsync();
            Assert.True(box!.Height >= 24 && box.Width >= 24);
            Assert.False(string.IsNullOrWhiteSpace(await mark.TextContentAsync()));
        }

        await marks.First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("/at/", StringComparison.Ordinal));
        Assert.Contains("/fact/2031-04/attendance/odric-fennimoor", visit.Page.Url);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task On_paper_the_controls_are_gone_and_the_permalink_stays()
    {
        await using var visit = await Visit.OpenAsync(browser, State);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await visit.Page.Locator("#time").IsHiddenAsync());
        Assert.True(await visit.Page.Locator("[rel=bookmark]").IsVisibleAsync());
    }

    private static async Task HoldAsync(Visit visit, string address, AxeRunOptions options)
    {
        var found = await visit.Page.RunAxe(options);
        var serious = found
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation =>
            {
                var where = string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3));
                return $"{address}: {violation.Id}, {violation.Help}: {where}";
            });
        Assert.Equal([], serious);
        // A page that says that there is no such page has that status, which a browser complains of.
        Assert.Equal([], visit.Complaints.Where(complaint => !complaint.Contains("404", StringComparison.Ordinal)));
    }
}
