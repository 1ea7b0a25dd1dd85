using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Negotiations.Pages.Tests;

public sealed class DeskInABrowser(BrowserServer browser) : IClassFixture<BrowserServer>
{
    private const int Narrow = 360;

    [BrowserFact]
    public async Task An_article_is_coded_by_selecting_its_words_recorded_and_seen_in_the_state()
    {
        await using var visit = await BeginAsync("selected", proposing: false);
        var page = visit.Page;

        await SelectAsync(page, FerryArticle.Refusal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Report on these words" }).ClickAsync();
        await Expect(page.Locator("mark.chosen")).ToHaveTextAsync(FerryArticle.Refusal);
        await page.GetByLabel("Words of what it means").FillAsync("will not attend");
        await page.Locator("#types").GetByRole(AriaRole.Link, new() { Name = "Attendance declined" }).ClickAsync();
        await Expect(page.GetByLabel("Evidence")).ToHaveValueAsync(FerryArticle.Refusal);
        await page.GetByLabel("Summary").FillAsync("Hask says that Fennimoor will stay away.");
        await page.GetByLabel("Person").FillAsync("Mr Fennimoor");
        await page.GetByLabel("Source: name").FillAsync("Corwen Hask");
        await page.GetByLabel("Source: words").FillAsync("Corwen Hask");
        await page.GetByLabel("Happened").FillAsync("2031-04-09");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Report 1 is saved.");
        await Expect(page.Locator("#t-1")).ToHaveTextAsync(FerryArticle.Refusal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Record it" }).ClickAsync();
        await Expect(page.Locator(".effects")).ToContainTextAsync("2031-04/attendance/odric-fennimoor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 report of it");
        await page.GotoAsync("/harbour/fact/2031-04/attendance/odric-fennimoor");
        await Expect(page.Locator(".value")).ToContainTextAsync("Declined");
        await Expect(page.Locator("main")).ToContainTextAsync("Hask says that Fennimoor will stay away.");
        await page.GotoAsync("/desk");
        await Expect(page.Locator(".drafts li", new() { HasText = "selected" })).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task The_button_that_saves_a_long_form_is_in_sight_from_the_beginning()
    {
        var habits = new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 900 } };
        await using var visit = await BeginAsync("sight", proposing: false, habits);
        await visit.Page.GotoAsync($"{visit.Page.Url.Split('#')[0]}?start=0&end=7&type=CeasefireProposed");

        var button = await visit.Page.Locator(".actions.save button").BoundingBoxAsync();

        Assert.InRange(button!.Y + button.Height, 0, 900);
        Assert.InRange(button.Y, 0, 900);
    }

    [BrowserFact]
    public async Task Words_that_stand_twice_are_told_apart_by_what_was_selected()
    {
        await using var visit = await BeginAsync("twice", proposing: false);

        await SelectAsync(visit.Page, "wait", which: 2);
        await visit.Page.Locator("[data-pick] button").ClickAsync();

        await Expect(visit.Page.Locator("#form blockquote")).ToHaveTextAsync("wait #3");
        await Expect(visit.Page.Locator("mark.chosen")).ToHaveTextAsync("wait");
    }

    [BrowserFact]
    public async Task A_keyboard_alone_selects_words_fills_in_the_form_and_decides()
    {
        await using var visit = await BeginAsync("keys", proposing: true);
        var page = visit.Page;
        var text = page.Locator("[data-text]");
        while (!await text.EvaluateAsync<bool>("e => e === document.activeElement"))
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+Home");
        for (var letter = 0; letter < "Ferries wait".Length; letter++)
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        await page.Keyboard.TypeAsync("x");
        await Expect(text).ToContainTextAsync("Ferries wait while Port Halden");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark.chosen")).ToHaveTextAsync("Ferries wait");
        await Expect(page.Locator("#form")).ToBeFocusedAsync();
        await GoToAsync(page, page.GetByLabel("Words of what it means"));
        await page.Keyboard.TypeAsync("judgement");
        await GoToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Assessment made" }));
        await page.Keyboard.PressAsync("Enter");
        await GoToAsync(page, page.GetByLabel("Summary"));
        await page.Keyboard.TypeAsync("The ferries wait.");
        await GoToAsync(page, page.Locator(".actions button.main"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");

        var first = page.Locator(".report-list > li").First;
        await GoToAsync(page, first);
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".report-list > li").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Accepted");
        await Expect(page.Locator("#r-1")).ToContainTextAsync("accepted");
        // The focus is at the next that is to be decided.
        await Expect(page.Locator("#r-2")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("that is a headline");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Rejected");
        await page.GotoAsync($"{page.Url.Split('?')[0]}?show=rejected");
        await Expect(page.Locator("#r-2")).ToContainTextAsync("that is a headline");
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task A_letter_decides_nothing_while_somebody_types()
    {
        await using var visit = await BeginAsync("letters", proposing: true);
        var page = visit.Page;
        var open = await page.Locator(".report-list > li.open").CountAsync();

        await page.Locator("#r-1 [name=reason]").FocusAsync();
        await page.Keyboard.TypeAsync("aaa");
        await page.Locator("#r-1 a.button").FocusAsync();
        await page.Keyboard.PressAsync("a");

        Assert.Equal(open, await page.Locator(".report-list > li.open").CountAsync());
        await Expect(page.Locator("#r-1 [name=reason]")).ToHaveValueAsync("aaa");
    }

    [BrowserFact]
    public async Task A_proposal_is_edited_and_a_mistake_in_it_loses_nothing()
    {
        await using var visit = await BeginAsync("edited", proposing: true);
        var page = visit.Page;
        await page.Locator("#r-1 a.button").ClickAsync();
        await page.GetByLabel("Actor", new() { Exact = true }).FillAsync("Nobody Knows");
        await page.GetByLabel("Summary").FillAsync("Another sentence.");
        await page.Locator(".actions button.main").ClickAsync();

        await Expect(page.Locator("#field-f-actor-error")).ToContainTextAsync("Nobody defined the name 'Nobody Knows'");
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Another sentence.");
        await Expect(page.GetByLabel("Actor", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.True(await page.Locator(".errors").EvaluateAsync<bool>("e => e === document.activeElement"));
        await HoldAsync(visit, "a form with a mistake");

        await page.GetByLabel("Actor", new() { Exact = true }).FillAsync("Ilka Morvane");
        await page.Locator(".actions button.main").ClickAsync();
        await Expect(page.Locator("#r-1")).ToContainTextAsync("accepted, edited");
        await Expect(page.Locator("#r-1")).ToContainTextAsync("Another sentence.");
    }

    [BrowserFact]
    public async Task A_correction_is_previewed_recorded_and_undone()
    {
        await using var visit = await Visit.OpenAsync(browser, "/harbour/fact/2031-04/attendance/odric-fennimoor");
        var page = visit.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct this" }).ClickAsync();
        await page.Locator(".drafts a").First.ClickAsync();
        await page.GetByLabel("Summary").FillAsync("Fennimoor means to be there.");
        await page.Locator("#field-reason").FillAsync("second reading");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview what would change" }).ClickAsync();
        await Expect(page.Locator("#form")).ToContainTextAsync("Fennimoor means to be there.");
        await HoldAsync(visit, "the preview of a correction");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record this correction" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("second reading");

        await page.GetByRole(AriaRole.Link, new() { Name = "Undo it" }).ClickAsync();
        await page.Locator("#field-reason").FillAsync("it was right");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview what would change" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this correction" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("it was right");
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task Without_script_an_article_is_coded_reviewed_and_recorded()
    {
        await using var visit = await BeginAsync("scriptless", proposing: true, new() { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.Locator("#words").FillAsync("urged both sides to meet before");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report on these words" }).ClickAsync();
        await page.GetByLabel("Words of what it means").FillAsync("urge third party");
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.Locator("#types").GetByRole(AriaRole.Link, new() { Name = "Talks urged" }).ClickAsync();
        await page.GetByLabel("Summary").FillAsync("The ministry urges a meeting.");
        await page.GetByLabel("Actor (proposed)").FillAsync("The ministry");
        await page.Locator(".actions button.main").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");
        await page.Locator(".report-list > li.open")
            .First.GetByRole(AriaRole.Button, new() { Name = "Accept" })
            .ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Accepted");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: " }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Undone: accepted");

        await page.GetByRole(AriaRole.Link, new() { Name = "Record it" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 report of it");
    }

    [BrowserFact]
    public async Task Words_that_are_not_in_the_text_are_refused_with_the_nearest_place()
    {
        await using var visit = await BeginAsync("nearest", proposing: false, new() { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.Locator("#words").FillAsync("Mr Fennimoor will not come to the Old Custom House");
        await page.GetByRole(AriaRole.Button, new() { Name = "Report on these words" }).ClickAsync();

        await Expect(page.Locator("#words-error")).ToContainTextAsync("does not stand in the text");
        await Expect(page.Locator("#words-error")).ToContainTextAsync("Old Customs House");
        await Expect(page.Locator("#words")).ToHaveValueAsync("Mr Fennimoor will not come to the Old Custom House");
    }

    [BrowserFact]
    public async Task Of_two_tabs_the_second_is_shown_what_the_first_saved()
    {
        await using var visit = await BeginAsync("tabs", proposing: true);
        var (one, path) = (visit.Page, visit.Page.Url);
        await one.Locator("#r-1 a.button").ClickAsync();
        await using var other = await Visit.OpenAsync(browser, path);
        var two = other.Page;
        await two.Locator("#r-1 a.button").ClickAsync();
        await two.GetByLabel("Summary").FillAsync("What the second tab says.");
        await one.GetByLabel("Summary").FillAsync("What the first tab says.");
        await one.GetByLabel("Happened", new() { Exact = true }).FillAsync("2031-04-08");
        await one.Locator(".actions button.main").ClickAsync();
        await Expect(one.GetByRole(AriaRole.Status)).ToContainTextAsync("is saved");

        await two.Locator(".actions button.main").ClickAsync();

        await Expect(two.GetByRole(AriaRole.Alert)).ToContainTextAsync("has saved this draft meanwhile");
        await Expect(two.Locator("#field-f-summary-other")).ToContainTextAsync("What the first tab says.");
        await Expect(two.GetByLabel("Summary")).ToHaveValueAsync("What the second tab says.");
        // What the second tab did not touch is as the first left it.
        await Expect(two.GetByLabel("Happened", new() { Exact = true })).ToHaveValueAsync("2031-04-08");
        await two.Locator(".actions button.main").ClickAsync();
        await Expect(two.Locator("#r-1")).ToContainTextAsync("What the second tab says.");
        await Expect(two.Locator("#r-1")).ToContainTextAsync("2031-04-08");
    }

    [BrowserFact]
    public async Task Typing_is_not_lost_unasked()
    {
        await using var visit = await BeginAsync("typing", proposing: true);
        var page = visit.Page;
        await page.Locator("#r-1 a.button").ClickAsync();
        await page.GetByLabel("Summary").FillAsync("Half a sen");
        var asked = false;
        page.Dialog += (_, dialog) =>
        {
            asked |= dialog.Type == "beforeunload";
            _ = dialog.DismissAsync();
        };
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave it as it is" }).ClickAsync();
        await page.WaitForTimeoutAsync(300);

        Assert.True(asked);
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("Half a sen");
    }

    [BrowserFact]
    public async Task The_desk_can_be_used_by_everybody_also_dark_and_narrow()
    {
        await using var visit = await BeginAsync("everybody", proposing: true);
        var draft = visit.Page.Url;
        string[] addresses =
        [
            "/desk",
            "/desk/sign-in",
            "/desk/begin?talks=harbour",
            draft,
            $"{draft}?start=0&end=12",
            $"{draft}?start=50&end=112&proposal=0",
            $"{draft}?words=nowhere",
            $"{draft}?show=rejected",
            $"{draft}/article",
            $"{draft}/record",
            "/desk/recorded?talks=harbour&article=courier-2031-04-02",
            "/desk/correct?talks=harbour&article=courier-2031-04-02",
            "/desk/correct?talks=harbour&event=courier-2031-04-02%23offer",
            "/desk/correct?talks=harbour&event=courier-2031-04-02",
            "/desk/nowhere",
        ];
        foreach (var address in addresses)
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visit.Page.GotoAsync(address);
            await HoldAsync(visit, address);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visit.Page.SetViewportSizeAsync(Narrow, 740);
            await HoldAsync(visit, $"{address}, dark", RunOnlyOptions.Rules("color-contrast", "target-size"));
            Assert.True(
                Narrow == await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                $"{address} is wider than {Narrow}"
            );
        }
    }

    private async Task<Visit> BeginAsync(string article, bool proposing, BrowserNewContextOptions? habits = null)
    {
        var visit = await Visit.OpenAsync(browser, "/desk/begin?talks=harbour", habits);
        var page = visit.Page;
        await page.GetByLabel("The text").FillAsync(FerryArticle.Text);
        await page.GetByLabel("Headline").FillAsync("Ferries wait");
        await page.GetByLabel("Outlet").FillAsync("The Halden Courier");
        await page.GetByLabel("Published").FillAsync("2031-04-09T18:00");
        await page.GetByLabel("Round of talks").SelectOptionAsync("2031-04");
        await page.Locator("summary").ClickAsync();
        await page.GetByLabel("Identifier").FillAsync(article);
        await page.GetByLabel("Let the rules propose").SetCheckedAsync(proposing);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Expect(page.Locator("#text-head")).ToBeVisibleAsync();
        return visit;
    }

    // Selects words as a mouse does: from one end of them to the other.
    private static Task SelectAsync(IPage page, string words, int which = 0) =>
        page.EvaluateAsync(
            """
            ([words, which]) => {
              const walker = document.createTreeWalker(document.querySelector('[data-text]'), NodeFilter.SHOW_TEXT);
              let seen = 0;
              for (let node; (node = walker.nextNode()); )
                for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1))
                  if (seen++ === which) {
                    const range = document.createRange();
                    range.setStart(node, at);
                    range.setEnd(node, at + words.length);
                    getSelection().removeAllRanges();
                    getSelection().addRange(range);
                    return;
                  }
              throw new Error('the words are not there');
            }
            """,
            new object[] { words, which }
        );

    private static async Task GoToAsync(IPage page, ILocator place)
    {
        for (var step = 0; step < 200; step++)
        {
            if (await place.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("Tab does not come there");
    }

    private static async Task HoldAsync(Visit visit, string what, RunOnlyOptions? only = null)
    {
        var result = await visit.Page.RunAxe(new AxeRunOptions { RunOnly = only });
        Assert.True(
            result.Violations.All(violation => violation.Impact is not ("serious" or "critical")),
            $"{what}: "
                + string.Join(
                    "; ",
                    result.Violations.Select(violation =>
                        $"{violation.Id} ({violation.Impact}): {violation.Help} "
                        + string.Join(' ', violation.Nodes.Select(node => node.Html.ReplaceLineEndings(" ")).Take(3))
                    )
                )
        );
    }
}
