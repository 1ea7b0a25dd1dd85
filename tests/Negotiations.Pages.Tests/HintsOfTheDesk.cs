using System.Net;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class HintsOfTheDesk(PagesServer server)
{
    private const string Offer = "/desk/correct?talks=harbour&event=courier-2031-04-02%23offer";

    [Fact]
    public async Task A_card_and_the_preview_say_that_something_was_denied_and_who_says_so()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "denied"));
        await SaveAsync(
            visitor,
            path,
            ("f.modality", "denied"),
            ("f.chain.0.name", "Corwen Hask"),
            ("f.chain.0.words", "Corwen Hask")
        );

        Assert.Contains("denied by Corwen Hask", (await visitor.GetAsync(path)).Text);
        Assert.Contains("denied by Corwen Hask", (await visitor.GetAsync($"{path}/record")).Text);
    }

    [Fact]
    public async Task A_source_without_a_name_is_filled_in_without_yaml()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "unnamed"));
        await SaveAsync(
            visitor,
            path,
            ("f.chain.0.name", "Nobody in the port"),
            ("f.chain.0.unnamed", "true"),
            ("f.chain.0.side", "Tidewell")
        );

        var card = (await visitor.GetAsync(path)).Text;
        Assert.Contains("by an unnamed source (“Nobody in the port”)", card);
        Assert.DoesNotContain("asserted", card);
        Assert.Contains("kind: unnamed", await visitor.ReadAsync($"{path}/file"));
        Assert.Contains("by an unnamed source", (await visitor.GetAsync($"{path}/record")).Text);
    }

    [Fact]
    public async Task Who_corrects_is_shown_names_and_no_positions()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.GetAsync(Offer);

        Assert.DoesNotContain("sha256", page.Text);
        Assert.Contains("value=\"Velmaran Dockers’ Union\"", WebUtility.HtmlDecode(page.Html));
        var preview = await CorrectAsync(
            visitor,
            page.Html,
            ("f.chain.0.written", DeskVisitor.FindHidden(page.Html, "f.chain.0.written")),
            ("f.chain.0.name", "Ilka Morvane")
        );
        Assert.True(preview.Status == HttpStatusCode.OK, preview.Text);
        Assert.Contains("Ilka Morvane", preview.Text);
    }

    [Fact]
    public async Task A_pasted_text_and_a_file_at_once_are_refused()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");
        using var form = new MultipartFormDataContent();
        foreach (
            var (name, value) in new[]
            {
                ("talks", "harbour"),
                ("text", FerryArticle.Text),
                ("outlet", "The Halden Courier"),
                ("published", "2031-04-09T18:00"),
                ("__RequestVerificationToken", DeskVisitor.FindHidden(page, "__RequestVerificationToken")),
            }
        )
            form.Add(new StringContent(value), name);
        form.Add(new StringContent("Another text altogether."), "file", "other.txt");

        var answer = await visitor.SendAsync(new(HttpMethod.Post, "/desk/begin") { Content = form });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("id=\"field-file-error\"", answer.Html);
        Assert.Contains("empty the field and choose the file again, or send the text alone", answer.Text);
    }

    [Fact]
    public async Task A_mistyped_name_is_answered_with_the_nearest_and_where_names_are_added()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");
        var answer = await visitor.PostAsync(
            "/desk/begin",
            page,
            ("talks", "harbour"),
            ("text", FerryArticle.Text),
            ("outlet", "The Haldon Courier"),
            ("published", "2031-04-09T18:00")
        );

        Assert.Contains("did you mean 'The Halden Courier'?", answer.Text);
        Assert.Contains("take it in with 'negotiations replay'", answer.Text);
    }

    [Fact]
    public async Task A_year_that_is_far_off_is_asked_about()
    {
        using var visitor = new DeskVisitor(server);
        var old = await visitor.BeginAsync(FerryArticle.Text, ("article", "old"), ("published", "1025-04-09T18:00"));
        await SaveAsync(visitor, old);
        var late = await visitor.BeginAsync(FerryArticle.Text, ("article", "late"), ("published", "2931-04-09T18:00"));

        foreach (var page in new[] { old, $"{old}/record" })
            Assert.Contains("come out in 1025, and the rounds", (await visitor.GetAsync(page)).Text);
        Assert.Contains("come out in 2931, which lies in the future", (await visitor.GetAsync(late)).Text);
    }

    [Fact]
    public async Task What_was_recorded_is_what_the_record_has()
    {
        using var visitor = new DeskVisitor(server);

        var nonsense = await visitor.GetAsync("/desk/recorded?talks=harbour&article=nonsense&events=999");
        var known = await visitor.GetAsync("/desk/recorded?talks=harbour&article=courier-2031-04-02&events=999");

        Assert.Equal(HttpStatusCode.NotFound, nonsense.Status);
        Assert.DoesNotContain("999", known.Text);
    }

    [Fact]
    public async Task Who_goes_back_to_a_draft_after_recording_it_is_led_to_the_article()
    {
        using var visitor = new DeskVisitor(server);
        using var another = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "back"));
        await SaveAsync(visitor, path);
        var record = await visitor.ReadAsync($"{path}/record");
        await visitor.PostAsync($"{path}/record", record, ("version", DeskVisitor.FindHidden(record, "version")));

        foreach (var page in new[] { path, $"{path}/record" })
        {
            var back = await visitor.GetAsync(page);
            Assert.Equal(HttpStatusCode.NotFound, back.Status);
            Assert.Contains("href=\"/harbour/articles/back\"", back.Html);
        }

        Assert.Contains("back", await visitor.ReadAsync("/harbour/articles/back"));
        Assert.DoesNotContain("/harbour/articles/back", (await another.GetAsync(path)).Html);
        Assert.DoesNotContain("/articles/back", (await visitor.GetAsync($"/desk/drafts/{Guid.NewGuid()}")).Html);
    }

    [Fact]
    public async Task A_hint_before_recording_leads_to_the_report_and_says_what_to_do_at_the_desk()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "undated"));
        await SaveAsync(visitor, path);

        var record = await visitor.GetAsync($"{path}/record");

        Assert.Contains($"<a href=\"{path}?show=all#r-1\">Report 1</a>", record.Html);
        Assert.Contains("under “Headline, time, round …”", record.Text);
        Assert.DoesNotContain("covers:", record.Text);
    }

    [Fact]
    public async Task A_summary_that_still_has_what_was_changed_is_pointed_out()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync(Offer);
        var summary = await CorrectAsync(visitor, page, ("f.summary", "The union offers direct talks on wages."));
        Assert.DoesNotContain("It still says", summary.Text);

        var both = await CorrectAsync(
            visitor,
            page,
            ("f.summary", "The union offers direct talks on wages."),
            ("f.details.form", "indirect talks")
        );

        Assert.Contains("It still says “direct talks”", both.Text);
    }

    [Fact]
    public async Task What_is_decided_again_is_shown_where_it_went()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "reopened"), ("propose", "true"));
        await StepAsync(visitor, path, "reject");

        var again = await StepAsync(visitor, path, "reopen");

        Assert.Contains("show=open#r-1", again.Location);
        var shown = await visitor.GetAsync(again.Location!.Split('#')[0]);
        Assert.Contains("It is under “To decide” again.", shown.Text);
    }

    private static async Task<DeskAnswer> StepAsync(DeskVisitor visitor, string path, string step)
    {
        var page = await visitor.ReadAsync(path);
        return await visitor.PostAsync(
            $"{path}/step",
            page,
            ("version", DeskVisitor.FindHidden(page, "version")),
            ("report", "talks-offered"),
            ("show", "rejected"),
            ("do", step)
        );
    }

    private static Task<DeskAnswer> CorrectAsync(
        DeskVisitor visitor,
        string page,
        params (string Name, string Value)[] fields
    ) =>
        visitor.PostAsync(
            "/desk/correct",
            page,
            [
                ("talks", "harbour"),
                ("event", "courier-2031-04-02#offer"),
                ("seen", DeskVisitor.FindHidden(page, "seen")),
                ("reason", "read again"),
                ("do", "preview"),
                .. fields,
            ]
        );

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
