using System.Net;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class AdviceOfTheDesk(PagesServer server)
{
    private const string Conditional =
        "Port Halden waits\n\nMr Fennimoor said on Wednesday that he would attend the talks only if everybody in all "
        + "of the yards and the offices of the port went back to work.\n";

    [Fact]
    public async Task A_round_that_was_chosen_is_that_of_the_proposals_and_another_one_is_a_tag()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(
            FerryArticle.Text,
            ("article", "rounds"),
            ("propose", "true"),
            ("round", "2030")
        );
        Assert.DoesNotContain("another round", (await visitor.GetAsync(path)).Text);

        await SaveAsync(visitor, path, ("f.round", "2031-04"));

        Assert.Contains("another round than that of the article: 2031-04", (await visitor.GetAsync(path)).Text);
    }

    [Fact]
    public async Task A_condition_that_is_not_said_is_asked_for_on_the_card_when_accepted_and_before_recording()
    {
        const string Advice = "Says “conditional” and not on what: add the condition.";
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(Conditional, ("article", "conditional"), ("propose", "true"));
        var card = await visitor.GetAsync(path);
        Assert.Contains(Advice, card.Text);

        var accepted = await visitor.PostAsync(
            $"{path}/step",
            card.Html,
            ("version", DeskVisitor.FindHidden(card.Html, "version")),
            ("report", "attendance-conditional"),
            ("do", "accept")
        );

        Assert.True(accepted.Status == HttpStatusCode.SeeOther, accepted.Text);
        Assert.Contains(Advice, WebUtility.UrlDecode(accepted.Location));
        Assert.Contains(Advice, (await visitor.GetAsync($"{path}/record")).Text);
    }

    [Fact]
    public async Task A_preview_says_what_would_change()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "previewed"));
        await SaveAsync(visitor, path);

        var record = (await visitor.GetAsync($"{path}/record")).Text;

        Assert.Matches("(No fact|[0-9]+ facts?) would change", record);
        Assert.DoesNotMatch("facts? changed", record);
    }

    [Fact]
    public async Task A_correction_that_is_undone_is_called_undone()
    {
        using var visitor = new DeskVisitor(server);
        var correction = await CorrectAsync(
            visitor,
            "courier-2031-04-02#offer",
            ("f.summary", "The union offers to talk."),
            ("what", "change")
        );
        var named = WebUtility.UrlDecode(correction.Location!).Split("event=")[1].Split('&')[0];
        Assert.StartsWith("courier-2031-04-02#offer", named);
        var page = await visitor.GetAsync(correction.Location!);
        var undo = WebUtility.HtmlDecode(page.Html).Split("href=\"").First(link => link.Contains("event=")).Split('"')[
            0
        ];

        var undone = await CorrectAsync(
            visitor,
            WebUtility.UrlDecode(undo.Split("event=")[1]),
            ("what", "undo"),
            ("by", "coder")
        );

        var done = (await visitor.GetAsync(undone.Location!)).Text;
        Assert.Contains("Undone: amend by coder", done);
        Assert.DoesNotContain("undo by coder", done);
    }

    [Fact]
    public async Task A_form_for_which_no_rule_is_met_has_what_the_sentence_says_marked_as_proposed()
    {
        const string Text = "Waiting\n\nMs Morvane said on Monday that Tidewell is for longer shifts at the quay.\n";
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(Text, ("article", "sentence"));

        var form = await visitor.GetAsync($"{path}?start=40&end=60&type=PositionStated");

        Assert.Equal("Tidewell Terminals", DeskVisitor.FindHidden(form.Html, "f.actor"));
        Assert.Equal("Ilka Morvane", DeskVisitor.FindHidden(form.Html, "f.chain.0.name"));
        Assert.Equal("2031-04-07", DeskVisitor.FindHidden(form.Html, "f.happened"));
        Assert.Contains("Actor (proposed)", form.Text);
        Assert.Contains("Who says so (proposed)", form.Text);
        Assert.DoesNotContain("Summary (proposed)", form.Text);
    }

    [Fact]
    public async Task Days_as_examples_are_of_the_article()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "examples"), ("published", "2031-04-07"));

        Assert.Contains("such as 2031-04-07;", (await visitor.GetAsync($"{path}?start=0&end=7&type=TalksHeld")).Text);
        Assert.Contains("Such as 2031-04-07T18:30", (await visitor.GetAsync($"{path}/article")).Text);
        var state = await visitor.ReadAsync("/harbour");
        Assert.Matches("placeholder=\"2031-[^\"]*\"", state);
    }

    private static async Task<DeskAnswer> CorrectAsync(
        DeskVisitor visitor,
        string named,
        params (string Name, string Value)[] fields
    )
    {
        var page = await visitor.ReadAsync($"/desk/correct?talks=harbour&event={Uri.EscapeDataString(named)}");
        (string Name, string Value)[] all =
        [
            ("talks", "harbour"),
            ("event", named),
            ("seen", DeskVisitor.FindHidden(page, "seen")),
            ("reason", "read again"),
            .. fields,
        ];
        var preview = await visitor.PostAsync("/desk/correct", page, [.. all, ("do", "preview")]);
        Assert.Contains(named.Contains('!') ? "Undo this correction" : "Record this correction", preview.Text);
        var recorded = await visitor.PostAsync(
            "/desk/correct",
            page,
            [.. all, ("do", "record"), ("previewed", DeskVisitor.FindHidden(preview.Html, "previewed"))]
        );
        Assert.True(recorded.Status == HttpStatusCode.SeeOther, recorded.Text);
        return recorded;
    }

    private static async Task SaveAsync(DeskVisitor visitor, string path, params (string Name, string Value)[] fields)
    {
        var page = await visitor.ReadAsync($"{path}?start=0&end=7&type=AttendanceDeclined");
        var saved = await visitor.PostAsync(
            $"{path}/report",
            page,
            [
                ("version", DeskVisitor.FindHidden(page, "version")),
                ("f.type", "AttendanceDeclined"),
                ("f.evidence", FerryArticle.Refusal),
                ("f.summary", "Fennimoor stays away."),
                ("f.details.person", "Mr Fennimoor"),
                ("do", "save"),
                .. fields,
            ]
        );
        Assert.True(saved.Status == HttpStatusCode.SeeOther, saved.Text);
    }
}
